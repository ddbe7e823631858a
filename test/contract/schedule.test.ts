import { describe, expect, it } from "vitest";
import { nextDue, nextDues } from "../../src/contract/schedule.ts";

const sunday = { weekday: 7, minutes: 150 };

describe("a weekly time", () => {
  // Offsets by the tz database: Madrid +1, from 29 March to 25 October 2026 +2; São Paulo -3, from 4 November 2018 to
  // 17 February 2019 -2, and no summer time since.
  it.each([
    [
      "stays at nine when the clocks of Madrid go forward",
      1,
      540,
      "Europe/Madrid",
      "2026-03-23T09:00:00Z",
      ["2026-03-30T07:00:00.000Z", "2026-04-06T07:00:00.000Z"],
    ],
    [
      "stays at nine when they go back",
      1,
      540,
      "Europe/Madrid",
      "2026-10-19T08:00:00Z",
      ["2026-10-26T08:00:00.000Z", "2026-11-02T08:00:00.000Z"],
    ],
    [
      "stays at nine when those of São Paulo go forward",
      1,
      540,
      "America/Sao_Paulo",
      "2018-10-29T13:00:00Z",
      ["2018-11-05T11:00:00.000Z"],
    ],
    [
      "stays at nine when they go back there",
      1,
      540,
      "America/Sao_Paulo",
      "2019-02-11T13:00:00Z",
      ["2019-02-18T12:00:00.000Z"],
    ],
    [
      "that the clocks leap over comes an hour later",
      7,
      150,
      "Europe/Madrid",
      "2026-03-28T00:00:00Z",
      ["2026-03-29T01:30:00.000Z", "2026-04-05T00:30:00.000Z"],
    ],
    [
      "at a midnight that is leapt over comes an hour later",
      7,
      30,
      "America/Sao_Paulo",
      "2018-11-03T12:00:00Z",
      ["2018-11-04T03:30:00.000Z"],
    ],
    [
      "that comes twice counts the first time",
      7,
      150,
      "Europe/Madrid",
      "2026-10-24T12:00:00Z",
      ["2026-10-25T00:30:00.000Z", "2026-11-01T01:30:00.000Z"],
    ],
    [
      "that comes twice before midnight counts the first time",
      6,
      1410,
      "America/Sao_Paulo",
      "2019-02-16T12:00:00Z",
      ["2019-02-17T01:30:00.000Z", "2019-02-24T02:30:00.000Z"],
    ],
    [
      "is that of the place, where it is another day",
      1,
      540,
      "Pacific/Auckland",
      "2026-06-28T20:59:59Z",
      ["2026-06-28T21:00:00.000Z"],
    ],
  ] as const)("%s", (...[, weekday, minutes, timeZone, after, dues]) => {
    const time = { weekday, minutes, timeZone };
    expect(nextDues(time, new Date(after), dues.length).map((due) => due.toISOString())).toEqual(dues);
  });

  it("is never the moment itself, nor more than eight days ahead", () => {
    for (let hour = 0; hour < 24 * 400; hour += 41) {
      const after = Date.UTC(2018, 0, 1) + hour * 3_600_000;
      for (const timeZone of ["Europe/Madrid", "America/Sao_Paulo"]) {
        const ahead = nextDue({ ...sunday, timeZone }, new Date(after)).getTime() - after;
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThanOrEqual((7 * 24 + 1) * 3_600_000);
      }
    }
  });
});
