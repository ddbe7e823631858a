import { words } from "../../../lib/words.ts";
import type { DensityVerdict } from "../../../analysis/clustering/dbscan.ts";

/** Figures of a compression, as they are read. */
interface CompressionFigures {
  readonly by: "pca" | "autoencoder";
  readonly codes: string;
  readonly features: string;
  readonly pca: string;
  readonly autoencoder: string;
  readonly better: "pca" | "autoencoder";
}

interface NothingFigures {
  readonly groups: string;
  readonly noise: string;
  readonly largest: string;
}

/** What each method shows for itself. */
export const evidenceSays = words({
  en: {
    methods: { kmeans: "k-means", rfm: "RFM groups", dbscan: "DBSCAN", leaves: "leaves" },
    compressed: (codes: string, by: "pca" | "autoencoder") =>
      `k-means, ${by === "pca" ? "PCA" : "autoencoder"} ${codes}`,
    radius: (epsilon: string, neighbors: string) =>
      `Near means within ${epsilon} standard deviations; ${neighbors} customers that near to each other hold a group together.`,
    outliers: (customers: string, share: string) =>
      `${customers} (${share}) are near no group. They are outliers, not a group: look at them one by one.`,
    noOutliers: "Nobody is an outlier today; who comes later may be one.",
    compression: ({ by, codes, features, pca, autoencoder, better }: CompressionFigures) =>
      `${features} features are compressed to ${codes}. On customers that neither had seen, components lose ${pca} and the autoencoder ${autoencoder} of what tells customers apart: ${
        better === by
          ? "the one used here loses less"
          : `${better === "pca" ? "components" : "the autoencoder"} would lose less`
      }.`,
    codeSilhouette: (codes: string, features: string) =>
      `Among the compressed numbers the silhouette is ${codes}; in the features, where candidates can be compared, it is ${features}.`,
    leaves: (explained: string, leaves: string, features: string) =>
      `The trees explain ${explained} of the differences in spending on customers they have not seen. Among the leaves the silhouette is ${leaves}, which says little, as leaves lie apart by construction; in the features it is ${features}.`,
    plain: (share: string, segment: string, sorted: string) =>
      `The segment that spends most a head is ${share} of customers and ${segment} of sales. As many from the top of a plain list sorted by sales hold ${sorted}.`,
    topTenth: (share: string) => `Without any model: the top tenth of that list holds ${share} of sales.`,
    rules:
      "These groups are a rule, not a discovery: fifths of recency, orders and money, looked up in a table. The share found again says how far they hang on who happens to be in the list.",
    nothing: (code: Exclude<DensityVerdict["code"], "usable">, { groups, noise, largest }: NothingFigures) =>
      ({
        "one-blob": `DBSCAN found nothing usable: ${largest} of customers hang together in one crowd.`,
        "mostly-noise": `DBSCAN found nothing usable: ${noise} of customers are near no group.`,
        crumbs: `DBSCAN found nothing usable: ${groups} crumbs, too many to work with.`,
      })[code],
    unchanged: "Your present segments stay as they are.",
    instead: "Try k-means on the same",
    distanceTitle: (part: string, neighbors: string, epsilon: string) =>
      `${part} of customers have ${neighbors} within ${epsilon}`,
    distanceAlt: (part: string, epsilon: string) =>
      `Distance to the neighbor that counts, sorted: ${part} of customers have theirs within ${epsilon} standard deviations.`,
    distanceX: "Customers, those with the nearest neighbors first",
    distanceY: "Standard deviations to the neighbor",
    radiusLabel: (epsilon: string) => `radius ${epsilon}`,
  },
  es: {
    methods: { kmeans: "k-medias", rfm: "grupos RFM", dbscan: "DBSCAN", leaves: "hojas" },
    compressed: (codes, by) => `k-medias, ${by === "pca" ? "PCA" : "autoencoder"} ${codes}`,
    radius: (epsilon, neighbors) =>
      `Cerca significa a menos de ${epsilon} desviaciones típicas; ${neighbors} clientes así de cercanos mantienen unido un grupo.`,
    outliers: (customers, share) =>
      `${customers} (${share}) no están cerca de ningún grupo. Son atípicos, no un grupo: míralos uno por uno.`,
    noOutliers: "Hoy nadie es atípico; quien llegue después puede serlo.",
    compression: ({ by, codes, features, pca, autoencoder, better }) =>
      `${features} características se comprimen en ${codes}. En clientes que ninguno había visto, los componentes pierden ${pca} y el autoencoder ${autoencoder} de lo que distingue a los clientes: ${
        better === by
          ? "el usado aquí pierde menos"
          : `${better === "pca" ? "los componentes perderían" : "el autoencoder perdería"} menos`
      }.`,
    codeSilhouette: (codes, features) =>
      `Entre los números comprimidos la silueta es ${codes}; en las características, donde las propuestas se pueden comparar, es ${features}.`,
    leaves: (explained, leaves, features) =>
      `Los árboles explican ${explained} de las diferencias de gasto en clientes que no han visto. Entre las hojas la silueta es ${leaves}, que dice poco, pues las hojas están separadas por construcción; en las características es ${features}.`,
    plain: (share, segment, sorted) =>
      `El segmento que más gasta por cabeza es ${share} de los clientes y ${segment} de las ventas. Otros tantos del principio de una simple lista ordenada por ventas reúnen ${sorted}.`,
    topTenth: (share) =>
      `Sin ningún modelo: la primera décima parte de esa lista reúne ${share} de las ventas.`,
    rules:
      "Estos grupos son una regla, no un hallazgo: quintos de recencia, pedidos y gasto, buscados en una tabla. La parte que reaparece dice cuánto dependen de quién está en la lista.",
    nothing: (code, { groups, noise, largest }) =>
      ({
        "one-blob": `DBSCAN no encontró nada útil: ${largest} de los clientes forman una sola masa.`,
        "mostly-noise": `DBSCAN no encontró nada útil: ${noise} de los clientes no están cerca de ningún grupo.`,
        crumbs: `DBSCAN no encontró nada útil: ${groups} migajas, demasiadas para trabajar.`,
      })[code],
    unchanged: "Tus segmentos actuales siguen como están.",
    instead: "Probar k-medias con lo mismo",
    distanceTitle: (part, neighbors, epsilon) =>
      `${part} de los clientes tienen a ${neighbors} a menos de ${epsilon}`,
    distanceAlt: (part, epsilon) =>
      `Distancia al vecino que cuenta, en orden: ${part} de los clientes tienen el suyo a menos de ${epsilon} desviaciones típicas.`,
    distanceX: "Clientes, primero los de vecinos más cercanos",
    distanceY: "Desviaciones típicas hasta el vecino",
    radiusLabel: (epsilon) => `radio ${epsilon}`,
  },
  pt: {
    methods: { kmeans: "k-means", rfm: "grupos RFM", dbscan: "DBSCAN", leaves: "folhas" },
    compressed: (codes, by) => `k-means, ${by === "pca" ? "PCA" : "autoencoder"} ${codes}`,
    radius: (epsilon, neighbors) =>
      `Perto significa a menos de ${epsilon} desvios padrão; ${neighbors} clientes tão próximos mantêm um grupo unido.`,
    outliers: (customers, share) =>
      `${customers} (${share}) não estão perto de nenhum grupo. São atípicos, não um grupo: olhe um por um.`,
    noOutliers: "Hoje ninguém é atípico; quem chegar depois pode ser.",
    compression: ({ by, codes, features, pca, autoencoder, better }) =>
      `${features} características são comprimidas em ${codes}. Em clientes que nenhum deles tinha visto, os componentes perdem ${pca} e o autoencoder ${autoencoder} do que distingue os clientes: ${
        better === by
          ? "o usado aqui perde menos"
          : `${better === "pca" ? "os componentes perderiam" : "o autoencoder perderia"} menos`
      }.`,
    codeSilhouette: (codes, features) =>
      `Entre os números comprimidos a silhueta é ${codes}; nas características, onde as propostas podem ser comparadas, é ${features}.`,
    leaves: (explained, leaves, features) =>
      `As árvores explicam ${explained} das diferenças de gasto em clientes que não viram. Entre as folhas a silhueta é ${leaves}, o que diz pouco, pois folhas ficam separadas por construção; nas características é ${features}.`,
    plain: (share, segment, sorted) =>
      `O segmento que mais gasta por cabeça tem ${share} dos clientes e ${segment} das vendas. Outros tantos do topo de uma simples lista ordenada por vendas reúnem ${sorted}.`,
    topTenth: (share) => `Sem nenhum modelo: o primeiro décimo dessa lista reúne ${share} das vendas.`,
    rules:
      "Estes grupos são uma regra, não uma descoberta: quintos de recência, pedidos e gasto, procurados numa tabela. A parte que reaparece diz quanto dependem de quem está na lista.",
    nothing: (code, { groups, noise, largest }) =>
      ({
        "one-blob": `O DBSCAN não encontrou nada útil: ${largest} dos clientes formam uma só massa.`,
        "mostly-noise": `O DBSCAN não encontrou nada útil: ${noise} dos clientes não estão perto de nenhum grupo.`,
        crumbs: `O DBSCAN não encontrou nada útil: ${groups} migalhas, demais para trabalhar.`,
      })[code],
    unchanged: "Seus segmentos atuais continuam como estão.",
    instead: "Tentar k-means com o mesmo",
    distanceTitle: (part, neighbors, epsilon) =>
      `${part} dos clientes têm ${neighbors} a menos de ${epsilon}`,
    distanceAlt: (part, epsilon) =>
      `Distância ao vizinho que conta, em ordem: ${part} dos clientes têm o seu a menos de ${epsilon} desvios padrão.`,
    distanceX: "Clientes, primeiro os de vizinhos mais próximos",
    distanceY: "Desvios padrão até o vizinho",
    radiusLabel: (epsilon) => `raio ${epsilon}`,
  },
});
