"""Runs a piece of work once and prints what it cost: the twin of test/bench/measurement.ts."""
import json
import resource
import time


def measure(work):
    """`work` gives its result, a number that must agree with ours."""
    cpu, started = time.process_time(), time.perf_counter()
    result = work()
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "peakMegabytes": peak, "result": float(result)}))
