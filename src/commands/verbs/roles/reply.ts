import type { Role } from "../../../contract/actor.ts";
import type { RoleGrant } from "../../../db/team/roles.ts";
import type { Format, Locale } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { says } from "./words.ts";

/** Who was given which role. */
export function rolesReply(grants: readonly RoleGrant[], format: Format): ReplyBody {
  const words = says[format.locale];
  return {
    headline: words.headline(format.number(grants.length)),
    table: {
      columns: [
        { label: words.person, align: "left" },
        { label: words.role, align: "left" },
        { label: words.since, align: "left" },
        { label: words.by, align: "left" },
      ],
      rows: grants.map(({ user, role, grantedAt, grantedBy }) => [
        user,
        words.names[role],
        format.date(grantedAt),
        grantedBy,
      ]),
    },
    caveat: words.everybodyElse,
    mentions: grants.flatMap(({ user, grantedBy }) => [user, grantedBy]),
    data: { roles: grants.map(({ user, role }) => ({ user, role })) },
  };
}

export function grantedReply(
  { user, role }: { readonly user: string; readonly role: Role },
  locale: Locale,
): ReplyBody {
  const words = says[locale];
  return {
    headline: words.granted(user, words.names[role]),
    paragraphs: [words.may[role]],
    mentions: [user],
    data: { user, role },
  };
}
