import type { WebClient } from "@slack/web-api";
import type { Actor } from "../../contract/actor.ts";
import { readLocale } from "../../lib/locale.ts";
import { createCache } from "../client/cache.ts";
import { retrying } from "../client/clients.ts";
import type { Edge } from "../edge.ts";
import { readFailure } from "../out/failure.ts";

/** A person as Slack knows them. */
interface Profile {
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** Of another company (Slack Connect) or a guest: sees totals, whatever role was given. */
  readonly isOutsider: boolean;
}

const stranger: Profile = { locale: undefined, timeZone: undefined, isOutsider: true };

export interface Actors {
  readonly findActor: (user: string) => Promise<Actor>;
  /** Their language, time zone or standing changed in Slack: the next question is answered by the new ones. */
  readonly forgetActor: (user: string) => void;
}

/**
 * Who asks decides language, time zone and role: the language and the time zone that they set, else those of their
 * Slack.
 *
 * @param team The workspace's id.
 */
export function createActors(
  client: WebClient,
  edge: Pick<Edge, "findPreferences" | "findRole">,
  team: string,
): Actors {
  const profiles = createCache((user: string) => loadProfile(client, user, team));
  return {
    async findActor(user) {
      const [profile, own] = await Promise.all([
        profiles.find(user).catch(unknown),
        edge.findPreferences(`user:${user}`),
      ]);
      return {
        user,
        role: profile.isOutsider ? "viewer" : await edge.findRole(user),
        locale: readLocale(own.language ?? profile.locale),
        timeZone: own.timezone ?? profile.timeZone ?? "UTC",
      };
    },
    forgetActor: profiles.forget,
  };
}

async function loadProfile(client: WebClient, user: string, team: string): Promise<Profile> {
  const { user: known } = await retrying(() => client.users.info({ user, include_locale: true }));
  const isGuest = known?.is_restricted === true || known?.is_ultra_restricted === true;
  return {
    locale: known?.locale,
    timeZone: known?.tz,
    isOutsider: isGuest || known?.is_stranger === true || known?.team_id !== team,
  };
}

/** Without `users:read`, or while Slack is ill, nobody is known to belong here. */
function unknown(thrown: unknown): Profile {
  readFailure(thrown);
  return stranger;
}
