/** The bot and its worker, as their own process: told where to find everything, it says its port, then what it measured. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createLog } from "../../../src/lib/log.ts";
import { type ServiceOptions, startService } from "../../../src/app/service.ts";

/** The order to begin. */
export interface Orders {
  readonly databaseUrl: string;
  readonly slack: Required<Pick<NonNullable<ServiceOptions["slack"]>, "botToken" | "slackApiUrl">> & {
    readonly signingSecret: string;
  };
  /** Those who recluster and import. */
  readonly analysts: readonly string[];
}

/** What the process says: first its port, then, asked for it, how late its event loop was, in milliseconds. */
export type Report = { readonly port: number } | { readonly delays: readonly [p50: number, p99: number] };

process.once("message", (orders) => {
  void run(orders as Orders);
});

async function run({ databaseUrl, slack, analysts }: Orders): Promise<void> {
  const config = { databaseUrl, home: "/nowhere", language: "en", user: "soak", currency: "EUR" } as const;
  const log = createLog((line) => process.stderr.write(line));
  const { signingSecret, ...access } = slack;
  const door = { mode: "http", signingSecret, port: 0, host: "127.0.0.1" } as const;
  const service = await startService({ ...config, slack: undefined, port: undefined }, log, {
    mode: "both",
    slack: { ...access, door },
  });
  for (const analyst of analysts) await service.saveRole(analyst, "admin");
  await service.startSample();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  process.on("message", (word) => {
    if (word === "begin") delay.enable();
    else void service.stop().finally(() => process.exit());
    if (word === "end") tell({ delays: [delay.percentile(50) / 1e6, delay.percentile(99) / 1e6] });
  });
  tell({ port: service.port ?? 0 });
}

function tell(report: Report): void {
  process.send?.(report);
}
