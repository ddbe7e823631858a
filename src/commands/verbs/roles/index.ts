import { type Role, roles as allRoles } from "../../../contract/actor.ts";
import type { Db } from "../../../db/connection/connect.ts";
import { countAdmins, findRole, loadRoles, saveRole } from "../../../db/team/roles.ts";
import { UserError } from "../../../contract/errors.ts";
import { defineCommand } from "../../grammar/command.ts";
import { isPerson, takeMention } from "../../grammar/mention-reader.ts";
import { fold } from "../../grammar/spelling.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { grantedReply, rolesReply } from "./reply.ts";
import { about, says } from "./words.ts";

/** A role that is to be given. */
interface Grant {
  readonly user: string;
  readonly role: Role;
}

export const roles = defineCommand({
  name: "roles",
  role: "admin",
  privacy: "totals",
  writes: false,
  about,
  read: readGrant,
  otherLines: [{ usage: "roles <@person> <role>", is: (grant) => grant !== undefined, writes: true }],

  async answer(grant, { db, actor, locale, format }) {
    if (grant === undefined) return rolesReply(await loadRoles(db), format);
    if (!isPerson(grant.user)) throw new UserError(says[locale].whoIsThat(grant.user), { hint: "roles" });
    if (grant.role !== "admin" && (await isLastAdmin(db, grant.user))) {
      throw new UserError(says[locale].lastAdmin, { hint: "roles" });
    }
    await saveRole(db, { ...grant, grantedBy: actor.user });
    return grantedReply(grant, locale);
  },
});

function readGrant(words: Words): Grant | undefined {
  if (words.left() === 0) return undefined;
  const user = takeMention(words, "person");
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].whichRole);
  const role = allRoles.find((name) =>
    [name, ...Object.values(says).map(({ names }) => fold(names[name]))].includes(word.folded),
  );
  if (role === undefined)
    throw new UserError(says[words.locale].noSuchRole(word.text), {
      hint: words.about.examples[1] ?? "roles",
    });
  return { user, role };
}

async function isLastAdmin(db: Db, user: string): Promise<boolean> {
  return (await findRole(db, user)) === "admin" && (await countAdmins(db)) === 1;
}
