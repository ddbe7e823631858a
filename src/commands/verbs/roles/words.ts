import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "roles [@person viewer|marketer|analyst|admin]",
    summary: "Who may do what, and give somebody a role",
    examples: ["roles", "roles @mary analyst"],
  },
  es: {
    usage: "roles [@persona lector|marketing|analista|administrador]",
    summary: "Quién puede hacer qué, y dar un rol a alguien",
    examples: ["roles", "roles @mary analista"],
  },
  pt: {
    usage: "papeis [@pessoa leitor|marketing|analista|administrador]",
    summary: "Quem pode fazer o quê, e dar um papel a alguém",
    examples: ["papeis", "papeis @mary analista"],
  },
};

export const says = words({
  en: {
    headline: (count: string) => `People with a role of their own: ${count}.`,
    person: "Person",
    role: "Role",
    since: "Since",
    by: "Given by",
    everybodyElse:
      "Everybody else of the team is a marketer; guests and people of other companies see totals only.",
    granted: (person: string, role: string) => `${person} is now ${role}.`,
    names: { viewer: "viewer", marketer: "marketer", analyst: "analyst", admin: "admin" },
    may: {
      viewer: "Sees segments and totals, no single customers.",
      marketer: "Reads segments, looks customers up and exports audiences without personal columns.",
      analyst: "Also reclusters, imports, renames, and exports personal columns.",
      admin: "May do everything, roles and channels included.",
    },
    whoIsThat: (said: string) => `I do not know who “${said}” is. Mention the person, like @mary.`,
    whichRole: "Which role?",
    noSuchRole: (said: string) => `“${said}” is no role. There are viewer, marketer, analyst and admin.`,
    lastAdmin: "That is the last admin. Make somebody else admin first.",
  },
  es: {
    headline: (count) => `Personas con un rol propio: ${count}.`,
    person: "Persona",
    role: "Rol",
    since: "Desde",
    by: "Dado por",
    everybodyElse:
      "El resto del equipo es de marketing; los invitados y la gente de otras empresas solo ven totales.",
    granted: (person, role) => `${person} tiene ahora el rol de ${role}.`,
    names: { viewer: "lector", marketer: "marketing", analyst: "analista", admin: "administrador" },
    may: {
      viewer: "Ve segmentos y totales, ningún cliente individual.",
      marketer: "Lee segmentos, busca clientes y exporta audiencias sin columnas personales.",
      analyst: "Además reagrupa, importa, renombra y exporta columnas personales.",
      admin: "Puede hacerlo todo, también roles y canales.",
    },
    whoIsThat: (said) => `No sé quién es «${said}». Menciona a la persona, por ejemplo @mary.`,
    whichRole: "¿Qué rol?",
    noSuchRole: (said) => `«${said}» no es un rol. Hay lector, marketing, analista y administrador.`,
    lastAdmin: "Es el último administrador. Nombra primero a otra persona.",
  },
  pt: {
    headline: (count) => `Pessoas com um papel próprio: ${count}.`,
    person: "Pessoa",
    role: "Papel",
    since: "Desde",
    by: "Dado por",
    everybodyElse:
      "O resto da equipe é de marketing; convidados e pessoas de outras empresas veem apenas totais.",
    granted: (person, role) => `${person} tem agora o papel de ${role}.`,
    names: { viewer: "leitor", marketer: "marketing", analyst: "analista", admin: "administrador" },
    may: {
      viewer: "Vê segmentos e totais, nenhum cliente individual.",
      marketer: "Lê segmentos, procura clientes e exporta audiências sem colunas pessoais.",
      analyst: "Também reagrupa, importa, renomeia e exporta colunas pessoais.",
      admin: "Pode fazer tudo, inclusive papéis e canais.",
    },
    whoIsThat: (said) => `Não sei quem é “${said}”. Mencione a pessoa, por exemplo @mary.`,
    whichRole: "Qual papel?",
    noSuchRole: (said) => `“${said}” não é um papel. Há leitor, marketing, analista e administrador.`,
    lastAdmin: "É o último administrador. Dê o papel a outra pessoa primeiro.",
  },
});
