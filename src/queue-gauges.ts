import type { QueueDepths } from "./db/queue-depths.ts";
import type { Gauge } from "./metrics.ts";

/** The depths of the queues as measurements. */
export function queueGauges(depths: QueueDepths): readonly Gauge[] {
  const jobs = { name: "segmenta_jobs", help: "Long work, of all processes." };
  const open = { name: "segmenta_open", help: "Requests without an answer, and answers that are not out." };
  const connections = { name: "segmenta_database_connections", help: "Connections to the base, by anyone." };
  return [
    { ...jobs, labels: { state: "queued" }, value: depths.jobsQueued },
    { ...jobs, labels: { state: "running" }, value: depths.jobsRunning },
    { ...open, labels: { what: "requests" }, value: depths.requestsOpen },
    { ...open, labels: { what: "answers" }, value: depths.answersOpen },
    { ...connections, labels: { state: "all" }, value: depths.connections },
    { ...connections, labels: { state: "busy" }, value: depths.connectionsBusy },
  ];
}
