import { adopt } from "../verbs/adopt/index.ts";
import { channels } from "../verbs/channels/index.ts";
import { club } from "../verbs/club/index.ts";
import { compare } from "../verbs/compare/index.ts";
import { customer } from "../verbs/customer/index.ts";
import { digest } from "../verbs/digest/index.ts";
import { exportCommand } from "../verbs/export/index.ts";
import { data } from "../verbs/data/index.ts";
import { createHelp } from "../verbs/help/index.ts";
import { goals } from "../verbs/goals/index.ts";
import { jobs } from "../verbs/open-jobs/index.ts";
import { list } from "../verbs/list/index.ts";
import { look } from "../verbs/look/index.ts";
import { map } from "../verbs/map/index.ts";
import { model } from "../verbs/model/index.ts";
import { moves } from "../verbs/moves/index.ts";
import { next } from "../verbs/next/index.ts";
import { note } from "../verbs/note/index.ts";
import { profile } from "../verbs/profile/index.ts";
import { recluster } from "../verbs/recluster/index.ts";
import { rename } from "../verbs/rename/index.ts";
import { rollback } from "../verbs/rollback/index.ts";
import { same } from "../verbs/same/index.ts";
import { score, whatIf } from "../verbs/score/index.ts";
import { roles } from "../verbs/roles/index.ts";
import { settings } from "../verbs/settings/index.ts";
import { status } from "../verbs/status/index.ts";
import { stop } from "../verbs/stop/index.ts";
import { target } from "../verbs/target/index.ts";
import { undo } from "../verbs/undo/index.ts";
import type { Verb } from "./verbs.ts";
import { vote } from "../verbs/vote/index.ts";
import { watch } from "../verbs/watch/index.ts";
import { why } from "../verbs/why/index.ts";

/**
 * The language: every command with its verbs, in the order of `help`. A new command is one line here; verbs are
 * written folded (lower case, no accents), the first of a language being the one its readers are shown.
 */
export const verbs: readonly Verb[] = [
  { command: list, en: ["list", "segments"], es: ["lista", "listar", "segmentos"], pt: ["lista"] },
  { command: profile, en: ["profile", "describe"], es: ["perfil", "describir"], pt: ["perfil", "descrever"] },
  { command: compare, en: ["compare", "diff"], es: ["comparar", "compara"], pt: ["comparar"] },
  { command: club, en: ["club", "insiders"], es: ["club"], pt: ["clube"] },
  { command: map, en: ["map"], es: ["mapa"], pt: ["mapa"] },
  {
    command: moves,
    en: ["moves", "changes"],
    es: ["cambios", "movimientos"],
    pt: ["mudancas", "movimentos"],
  },
  { command: next, en: ["next", "forecast"], es: ["proximas", "pronostico"], pt: ["proximas", "previsao"] },
  { command: digest, en: ["digest"], es: ["resumen"], pt: ["resumo"] },
  { command: watch, en: ["watch", "alert"], es: ["vigilar", "avisar"], pt: ["vigiar", "avisar"] },
  { command: customer, en: ["customer", "client"], es: ["cliente"], pt: ["cliente"] },
  { command: why, en: ["why"], es: ["porque"], pt: ["porque"] },
  {
    command: exportCommand,
    en: ["export", "download"],
    es: ["exportar", "descargar"],
    pt: ["exportar", "baixar"],
  },
  {
    command: recluster,
    en: ["recluster", "resegment"],
    es: ["reagrupar", "resegmentar"],
    pt: ["reagrupar", "ressegmentar"],
  },
  { command: look, en: ["look", "candidates"], es: ["mirar", "propuestas"], pt: ["olhar", "propostas"] },
  { command: vote, en: ["vote"], es: ["votar"], pt: ["votar"] },
  { command: adopt, en: ["adopt"], es: ["adoptar"], pt: ["adotar"] },
  { command: rollback, en: ["rollback"], es: ["revertir"], pt: ["reverter"] },
  { command: undo, en: ["undo"], es: ["deshacer"], pt: ["desfazer"] },
  { command: rename, en: ["rename", "name"], es: ["renombrar", "nombrar"], pt: ["renomear", "nomear"] },
  { command: note, en: ["note"], es: ["nota", "anotar"], pt: ["nota", "anotar"] },
  { command: data, en: ["data"], es: ["datos"], pt: ["dados"] },
  { command: score, en: ["score"], es: ["puntuar", "puntua"], pt: ["pontuar", "pontua"] },
  { command: whatIf, en: ["whatif"], es: ["ysi"], pt: ["ese"] },
  { command: target, en: ["target", "plan"], es: ["objetivo"], pt: ["objetivo", "alvo"] },
  { command: goals, en: ["goals"], es: ["metas"], pt: ["metas"] },
  { command: model, en: ["model"], es: ["modelo"], pt: ["modelo"] },
  { command: same, en: ["same"], es: ["mismo", "misma"], pt: ["mesmo", "mesma"] },
  { command: status, en: ["status"], es: ["estado"], pt: ["situacao", "estado"] },
  { command: jobs, en: ["jobs", "job"], es: ["tareas", "trabajos"], pt: ["tarefas"] },
  { command: stop, en: ["stop", "cancel"], es: ["parar", "detener", "cancelar"], pt: ["parar", "cancelar"] },
  { command: settings, en: ["settings"], es: ["ajustes", "configuracion"], pt: ["ajustes", "configuracoes"] },
  { command: roles, en: ["roles", "role"], es: ["roles", "rol"], pt: ["papeis", "papel"] },
  { command: channels, en: ["channels", "channel"], es: ["canales", "canal"], pt: ["canais", "canal"] },
  { command: createHelp(() => verbs), en: ["help"], es: ["ayuda"], pt: ["ajuda"] },
];
