import type { JobDurations, QueueDepths } from "../db/requests/queue-depths.ts";
import type { Gauge } from "../lib/metrics.ts";

/** How long the least query took, asked by this process. */
export function databaseWait(seconds: number): Gauge {
  const help = "Time of the least query: the wait for a free connection, there and back.";
  return { name: "segmenta_database_wait_seconds", help, value: seconds };
}

/** The depths of the queues as measurements. */
export function queueGauges(depths: QueueDepths): readonly Gauge[] {
  const jobs = { name: "segmenta_jobs", help: "Long work, of all processes." };
  const open = { name: "segmenta_open", help: "Requests without an answer, and answers that are not out." };
  const waits = { name: "segmenta_oldest_seconds", help: "How long the oldest has waited." };
  const connections = { name: "segmenta_database_connections", help: "Connections to the base, by anyone." };
  return [
    { ...jobs, labels: { state: "queued" }, value: depths.jobsQueued },
    { ...jobs, labels: { state: "running" }, value: depths.jobsRunning },
    { ...open, labels: { what: "requests" }, value: depths.requestsOpen },
    { ...open, labels: { what: "answers" }, value: depths.answersOpen },
    { ...waits, labels: { what: "jobs" }, value: depths.jobWaits },
    { ...waits, labels: { what: "requests" }, value: depths.requestWaits },
    { ...waits, labels: { what: "answers" }, value: depths.answerWaits },
    { ...connections, labels: { state: "all" }, value: depths.connections },
    { ...connections, labels: { state: "busy" }, value: depths.connectionsBusy },
    { ...connections, labels: { state: "locked" }, value: depths.connectionsLocked },
  ];
}

/** What jobs took as measurements, by task and end. */
export function jobGauges(durations: readonly JobDurations[]): readonly Gauge[] {
  const gauge = (name: string, help: string, of: (each: JobDurations) => number) =>
    durations.map((each) => ({
      name,
      help,
      labels: { task: each.task, state: each.state },
      value: of(each),
    }));
  return [
    ...gauge("segmenta_job_ended", "Jobs that have ended, of all processes.", ({ jobs }) => jobs),
    ...gauge("segmenta_job_seconds", "Time that they worked, together.", ({ seconds }) => seconds),
    ...gauge(
      "segmenta_job_waited_seconds",
      "Time that they waited for a worker, together.",
      ({ waited }) => waited,
    ),
    ...gauge("segmenta_job_longest_seconds", "Time that the longest worked.", ({ longest }) => longest),
  ];
}
