import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { startEmbedded } from "../../src/db/connection/embedded/start.ts";
import { UserError } from "../../src/contract/errors.ts";
import {
  ask,
  hasStopped,
  keeperPid,
  lockOf,
  makeHome,
  removeHome,
  serverPid,
  visit,
} from "../db/connection/homes.ts";

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

describe("the embedded server and its users", () => {
  const home = makeHome(afterAll);

  it("is made at the first call, and stops when its only user leaves", async () => {
    const server = await startEmbedded(home);
    await ask(server.url, "create table notes as select 'kept' as value");
    server.leave();
    expect(await hasStopped(home)).toBe(true);
  });

  it("has kept its rows at the next start", async () => {
    const server = await startEmbedded(home);
    onTestFinished(server.leave);
    expect(await ask(server.url, "select value from notes")).toBe("kept");
  });

  it("is joined by a second process, whose work outlives a kill -9 of the first", async () => {
    await hasStopped(home);
    const first = await visit(home, onTestFinished);
    const second = await startEmbedded(home);
    onTestFinished(second.leave);
    expect(second.url).toBe(first.url);
    const work = ask(second.url, "select 'done' as value from pg_sleep(1)");
    first.process.kill("SIGKILL");
    await once(first.process, "exit");
    expect(await work).toBe("done");
    expect(await ask(second.url, "select value from notes")).toBe("kept");
  });

  it("stops by itself after a kill -9 of its only user", async () => {
    await hasStopped(home);
    const visitor = await visit(home, onTestFinished);
    expect(existsSync(lockOf(home))).toBe(true);
    visitor.process.kill("SIGKILL");
    expect(await hasStopped(home)).toBe(true);
    expect(keeperPid(home)).toBeUndefined();
  });

  it("starts again over the lock that a kill -9 of everything has left", async () => {
    const visitor = await visit(home, onTestFinished);
    const keeper = keeperPid(home) ?? 0;
    process.kill(keeper, "SIGKILL");
    process.kill(serverPid(home), "SIGKILL");
    visitor.process.kill("SIGKILL");
    await once(visitor.process, "exit");
    expect(existsSync(lockOf(home))).toBe(true);
    const server = await startEmbedded(home);
    onTestFinished(server.leave);
    expect(await ask(server.url, "select value from notes")).toBe("kept");
  });

  it("starts again when the number in the old lock belongs to another program by now", async () => {
    await hasStopped(home);
    const old = [process.pid, join(home, "cluster", "data"), 1_700_000_000, 5, "", "127.0.0.1", "", "ready"];
    writeFileSync(lockOf(home), old.join("\n"));
    const server = await startEmbedded(home);
    onTestFinished(server.leave);
    expect(serverPid(home)).not.toBe(process.pid);
    expect(await ask(server.url, "select value from notes")).toBe("kept");
  });

  it("is replaced when its keeper was killed, so that it still stops with its last user", async () => {
    await hasStopped(home);
    const first = await visit(home, onTestFinished);
    process.kill(keeperPid(home) ?? 0, "SIGKILL");
    const second = await startEmbedded(home);
    expect(second.url).not.toBe(first.url);
    expect(await ask(second.url, "select value from notes")).toBe("kept");
    first.process.kill("SIGKILL");
    second.leave();
    expect(await hasStopped(home)).toBe(true);
  });

  it("gives one base to two who come to a new home at once, and stops after the last of them", async () => {
    const crowded = makeHome(onTestFinished);
    const servers = await Promise.all(Array.from({ length: 2 }, () => startEmbedded(crowded)));
    expect(new Set(servers.map((server) => server.url)).size).toBe(1);
    for (const server of servers) server.leave();
    expect(await hasStopped(crowded)).toBe(true);
  });

  it("lets everyone in who comes while it is stopping", async () => {
    for (let round = 0; round < 5; round++) {
      const leaver = await startEmbedded(home);
      leaver.leave();
      const comers = await Promise.all([startEmbedded(home), startEmbedded(home)]);
      for (const comer of comers) {
        expect(await ask(comer.url, "select value from notes")).toBe("kept");
        comer.leave();
      }
    }
  });

  it("keeps its password from other users, and values out of its log", async () => {
    const server = await startEmbedded(home);
    onTestFinished(server.leave);
    expect(statSync(join(home, "cluster", "password")).mode & 0o777).toBe(0o600);
    await expect(ask(server.url, "select 'ana@example.com'::integer as value")).rejects.toThrow(
      "invalid input",
    );
    expect(readFileSync(join(home, "run", "server.log"), "utf8")).not.toContain("ana@example.com");
  });
});

describe("what stands in the way of the embedded server", () => {
  it("a taken port is left for another one", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void blocker.close());
    const taken = (blocker.address() as AddressInfo).port;
    const server = startEmbedded(makeHome(onTestFinished), { choosePort: () => Promise.resolve(taken) });
    await expect(server).rejects.toThrow(
      new UserError(
        `The embedded database found no free port on 127.0.0.1 (tried ${taken}, ${taken}, ${taken}).`,
      ),
    );
  });

  it("a home that is a file is a sentence", async () => {
    const file = join(makeHome(onTestFinished), "file");
    writeFileSync(file, "");
    await expect(startEmbedded(file)).rejects.toThrow(
      /cannot be made \(EEXIST\)\. Name another one in SEGMENTA_HOME/,
    );
  });

  it("a full disk is a sentence", async ({ skip }) => {
    const small = join(makeHome(onTestFinished), "small");
    mkdirSync(small, { mode: 0o711 });
    const mounted =
      spawnSync("mount", ["-t", "tmpfs", "-o", "size=64m,mode=711", "tmpfs", small]).status === 0;
    if (!mounted) skip("needs the right to mount a small file system");
    onTestFinished(() => void execFileSync("umount", ["-l", small]));
    const sentence = /^The disk that holds .*small is full\. Nothing was saved\. Free some space/;
    await expect(startEmbedded(small)).rejects.toThrow(sentence);
    expect(existsSync(join(small, "cluster"))).toBe(false);
  });
});

describe("the embedded server under root", () => {
  it.runIf(isRoot)("runs as another user", async () => {
    const home = makeHome(onTestFinished);
    const server = await startEmbedded(home);
    onTestFinished(server.leave);
    expect(statSync(`/proc/${serverPid(home)}`).uid).toBeGreaterThan(0);
  });

  it.runIf(isRoot)(
    "has its base outside a checkout that this user cannot read, and finds it again",
    async () => {
      const checkout = makeHome(onTestFinished);
      chmodSync(checkout, 0o700);
      const home = join(checkout, ".segmenta");
      const first = await startEmbedded(home);
      const folder = readFileSync(join(home, "elsewhere"), "utf8").trim();
      onTestFinished(() => removeHome(folder));
      expect(folder).toMatch(/^\/var\/lib\/segmenta\/[0-9a-f]{12}$/);
      await ask(first.url, "create table notes as select 'kept' as value");
      first.leave();
      await hasStopped(folder);
      chmodSync(checkout, 0o711); // opened later: still the same base
      const second = await startEmbedded(home);
      onTestFinished(second.leave);
      expect(await ask(second.url, "select value from notes")).toBe("kept");
    },
  );

  it.runIf(isRoot)("says so when an existing base was closed to this user", async () => {
    const checkout = makeHome(onTestFinished);
    const home = join(checkout, ".segmenta");
    onTestFinished(() => removeHome(home));
    const server = await startEmbedded(home);
    server.leave();
    await hasStopped(home);
    chmodSync(checkout, 0o700);
    await expect(startEmbedded(home)).rejects.toThrow(/cannot be reached by the user it runs as/);
  });

  it.runIf(isRoot)("joins the base of an ordinary user, and later runs it as that user", async () => {
    const checkout = makeHome(onTestFinished);
    chmodSync(checkout, 0o777);
    const home = join(checkout, ".segmenta");
    onTestFinished(() => removeHome(home));
    const owner = await visit(home, onTestFinished, nobody);
    const joined = await startEmbedded(home);
    expect(joined.url).toBe(owner.url);
    joined.leave();
    owner.process.stdin?.end();
    await hasStopped(home);
    const server = await startEmbedded(home);
    onTestFinished(server.leave);
    expect(statSync(`/proc/${serverPid(home)}`).uid).toBe(nobody.uid);
  });
});
