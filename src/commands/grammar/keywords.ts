/** Small words of the grammar in the three languages, folded (no accents, lower case). */
const keywords = {
  by: ["by", "por", "segun", "segundo"],
  columns: ["columns", "column", "columnas", "columna", "colunas", "coluna"],
  and: ["and", "y", "e", "vs", "versus", "with", "con", "com", "against", "contra", "to"],
  segment: ["segment", "segmento", "cluster", "group", "grupo", "seg"],
  from: ["from", "de", "del", "da", "do"],
  to: ["to", "a", "al", "hacia", "para", "ao"],
  since: ["since", "desde"],
  now: ["now", "ahora", "agora"],
  list: ["list", "lista", "listar"],
  weekly: ["weekly", "semanal", "semanalmente"],
  edit: ["edit", "editar", "change", "cambiar", "mudar"],
  pause: ["pause", "pausar", "pausa"],
  off: ["off", "quitar", "desactivar", "desligar", "apagar"],
  quiet: ["quiet", "silent", "silencioso", "silenciosa", "silencio"],
  always: ["always", "loud", "siempre", "sempre"],
  direct: ["direct", "dm", "directo", "direto"],
  size: ["size", "tamano", "tamanho"],
  moves: ["moves", "cambios", "mudancas"],
  movers: ["movers", "movidos", "cambiados"],
  check: ["check", "quality", "revisar", "verificar", "calidad", "qualidade", "checar"],
  import: ["import", "importar", "upload", "subir", "cargar", "carregar"],
  close: ["close", "cerrar", "fechar"],
  open: ["open", "abrir"],
  confirm: ["confirm", "confirmar", "confirmo"],
  map: ["map", "mapping", "mapa", "mapear", "mapeo", "mapeamento"],
  rejects: ["rejects", "rejected", "rechazos", "rechazadas", "rejeitados", "rejeitadas"],
  relations: ["relations", "related", "relaciones", "relacoes", "correlations"],
  anyway: ["anyway", "igualmente", "mesmoassim", "assimmesmo"],
  unstable: ["unstable", "inestable", "instavel"],
  sample: ["sample", "demo", "ejemplo", "muestra", "exemplo", "amostra"],
  truth: ["truth", "planted", "verdad", "verdade"],
  next: ["next", "siguiente", "proxima", "seguinte"],
  week: ["week", "semana"],
  language: ["language", "lang", "idioma", "lengua", "lingua"],
  floor: ["floor", "digest-floor", "minimo", "umbral", "piso", "limiar"],
  currency: ["currency", "moneda", "divisa", "moeda"],
  k: ["k"],
  auto: ["auto", "automatic", "automatico"],
  method: ["method", "metodo"],
  kmeans: ["kmeans", "k-means", "means", "kmedias", "k-medias", "medias"],
  rfm: ["rfm"],
  dbscan: ["dbscan", "density", "densidad", "densidade"],
  leaves: ["leaves", "leaf", "trees", "hojas", "arboles", "folhas", "arvores"],
  compress: ["compress", "compressed", "comprimir", "comprimido"],
  pca: ["pca", "acp", "components", "componentes"],
  autoencoder: ["autoencoder", "autocodificador"],
  epsilon: ["epsilon", "eps", "radius", "radio", "raio"],
  neighbors: ["neighbors", "neighbours", "min_samples", "vecinos", "vizinhos"],
  over: ["over", "sobre"],
  timezone: ["timezone", "zone", "zona", "huso", "fuso"],
  goalReach: ["reach", "alcance", "alcanzar", "alcancar"],
  goalModerate: ["moderate", "moderado", "moderada"],
  goalBalanced: ["balanced", "equilibrado", "equilibrio", "equilibrada"],
  goalSaver: ["saver", "save", "ahorro", "ahorrar", "economia", "economizar"],
  top: ["top", "best", "mejores", "melhores"],
  in: ["in", "en", "em", "no", "na"],
  cost: ["cost", "coste", "costo", "custo"],
  value: ["value", "valor"],
  budget: ["budget", "presupuesto", "orcamento"],
  card: ["card", "ficha"],
  versions: ["versions", "versiones", "versoes"],
  retrain: ["retrain", "train", "reentrenar", "entrenar", "retreinar", "treinar"],
  using: ["using", "usando"],
  scores: ["scores", "puntuaciones", "puntajes", "pontuacoes"],
  adopt: ["adopt", "adoptar", "adotar"],
  rollback: ["rollback", "revertir", "reverter"],
  reset: ["reset", "restablecer", "redefinir"],
} as const satisfies Record<string, readonly string[]>;

export type Keyword = keyof typeof keywords;

/**
 * Whether a folded word is one of a keyword's forms.
 *
 * @example
 * isKeyword("segmento", "segment"); // => true
 */
export function isKeyword(folded: string, keyword: Keyword): boolean {
  const forms: readonly string[] = keywords[keyword];
  return forms.includes(folded);
}
