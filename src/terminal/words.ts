import { words } from "../lib/words.ts";

export const terminalSays = words({
  en: {
    chart: (title: string) => `Chart: ${title}`,
    /** What `--out` would have written. */
    useOut: (names: string) => `Add --out <folder> to write ${names}.`,
    wrote: (paths: string) => `Written: ${paths}`,
    tryThese: "Next",
    /** Above the fields of a form. */
    fillIn: (line: string) => `Type behind “${line}” what you know`,
    badOption: (option: string) => `I cannot read the option ${option}.`,
    badChoice: (where: string, value: string, choices: string) =>
      `“${value}” is no choice for ${where}: take one of ${choices}.`,
    noLine: "What shall I say? Put the command line in quotation marks.",
    noFile: "Which file shall I read? Name one CSV file.",
    /** Before what a person types: a number, or nothing for the first. */
    choose: (most: number) => `Number 1 to ${most} (Enter: 1), or an answer like at=2026-01-31:`,
    firstRun: "Your base is empty, so I load the sample shop first.",
    cannotWrite: (folder: string) => `I cannot write to ${folder}. Name another folder after --out.`,
    migrated: "The database is up to date.",
    /** How many tables were spread and copied, over how many machines; 0 tables when all had been. */
    distributed: (spread: number, copied: number, machines: number) =>
      spread + copied === 0
        ? `Everything is distributed already (machines with customers: ${machines}).`
        : `Tables spread by customer: ${spread}; copied to every machine: ${copied}; machines with customers: ${machines}.`,
    noCitus:
      "This database has no Citus, so it stays on one machine and nothing was changed. Where the server has the extension, run CREATE EXTENSION citus, add the workers with citus_add_node, and try again.",
    embeddedIsOne:
      "The embedded server is one machine. Name a server with the Citus extension in DATABASE_URL.",
    slackRefuses: (error: string) =>
      `Slack refuses the bot token (${error}), so nothing was started. Check SLACK_BOT_TOKEN.`,
    slackIsAway:
      "Slack cannot be reached from here, so nothing was started. Check the network, and start again.",
    /** Where the playground is. */
    open: (address: string) =>
      `Segmenta's playground: open ${address} (Ctrl+C ends it). The sample shop is being loaded.`,
    usage: `Usage: segmenta <what to do>

  start [mode]      the bot where Slack's tokens are set (mode: bot, worker or both), else the playground
  say "<line>"      answer a command line, for example: segmenta say "profile 2"
  import <file>     read a CSV file of customers, orders, events or suppressions
  sample            load the sample shop into an empty base
  doctor            check that everything is there, and say what to do
  migrate           bring the database up to date
  distribute        spread a large database over several machines (needs Citus)
  help              this page; for the command lines: segmenta say help

Options
  --lang en|es|pt   language of the answer
  --role <role>     viewer, marketer, analyst or admin (the default here)
  --as <user>       who asks
  --json            one JSON object instead of text
  --out <folder>    where charts and files are written
  --map <file>      import: a mapping file that corrects the guessed columns
  --set <answer>    import: answers a question about the file, for example customer=row (repeatable)
  --yes             import: takes the likelier answers, and says which
  --dry-run         import: only say how the file would be read
`,
    note: "Note",
    refused: {
      role: "Your role does not show single customers or lists of them. Ask an admin for the role of a marketer.",
      personal_role: "Only analysts and admins may take columns that tell who a customer is.",
      shared_channel: "A channel shared with another company gets totals only.",
    },
  },
  es: {
    chart: (title) => `Gráfico: ${title}`,
    useOut: (names) => `Añade --out <carpeta> para guardar ${names}.`,
    wrote: (paths) => `Guardado: ${paths}`,
    tryThese: "Siguiente",
    fillIn: (line) => `Escribe detrás de «${line}» lo que sepas`,
    badOption: (option) => `No entiendo la opción ${option}.`,
    badChoice: (where, value, choices) => `«${value}» no vale para ${where}: elige entre ${choices}.`,
    noLine: "¿Qué quieres decir? Escribe la orden entre comillas.",
    noFile: "¿Qué archivo leo? Indica un archivo CSV.",
    choose: (most) => `Número del 1 al ${most} (Intro: 1), o una respuesta como at=2026-01-31:`,
    firstRun: "Tu base está vacía, así que primero cargo la tienda de ejemplo.",
    cannotWrite: (folder) => `No puedo escribir en ${folder}. Indica otra carpeta tras --out.`,
    migrated: "La base de datos está al día.",
    distributed: (spread, copied, machines) =>
      spread + copied === 0
        ? `Todo está ya distribuido (máquinas con clientes: ${machines}).`
        : `Tablas repartidas por cliente: ${spread}; copiadas en cada máquina: ${copied}; máquinas con clientes: ${machines}.`,
    noCitus:
      "Esta base no tiene Citus, así que se queda en una máquina y nada ha cambiado. Si el servidor tiene la extensión, ejecuta CREATE EXTENSION citus, añade los nodos con citus_add_node y vuelve a probar.",
    embeddedIsOne:
      "El servidor integrado es una sola máquina. Indica en DATABASE_URL un servidor con la extensión Citus.",
    slackRefuses: (error) =>
      `Slack rechaza el token del bot (${error}), así que no se ha iniciado nada. Revisa SLACK_BOT_TOKEN.`,
    slackIsAway:
      "Desde aquí no se llega a Slack, así que no se ha iniciado nada. Revisa la red y vuelve a iniciar.",
    open: (address) =>
      `El patio de pruebas de Segmenta: abre ${address} (Ctrl+C lo cierra). Se está cargando la tienda de ejemplo.`,
    usage: `Uso: segmenta <qué hacer>

  start [modo]      el bot si hay credenciales de Slack (modo: bot, worker o both); si no, el patio de pruebas
  say "<orden>"     responde a una orden, por ejemplo: segmenta say "perfil 2"
  import <archivo>  lee un CSV de clientes, pedidos, eventos o exclusiones
  sample            carga la tienda de ejemplo en una base vacía
  doctor            comprueba que no falte nada y dice qué hacer
  migrate           pone al día la base de datos
  distribute        reparte una base grande entre varias máquinas (necesita Citus)
  help              esta página; para las órdenes: segmenta say ayuda

Opciones
  --lang en|es|pt   idioma de la respuesta
  --role <rol>      viewer, marketer, analyst o admin (aquí, el habitual)
  --as <usuario>    quién pregunta
  --json            un objeto JSON en lugar de texto
  --out <carpeta>   dónde se guardan gráficos y archivos
  --map <archivo>   import: correspondencias que corrigen las columnas supuestas
  --set <respuesta> import: responde a una pregunta sobre el archivo, p. ej. customer=row (repetible)
  --yes             import: toma las respuestas más probables y dice cuáles
  --dry-run         import: solo dice cómo se leería el archivo
`,
    note: "Ojo",
    refused: {
      role: "Tu rol no muestra clientes sueltos ni listas de ellos. Pide a un administrador el rol de marketing.",
      personal_role:
        "Solo los analistas y administradores pueden llevarse columnas que dicen quién es un cliente.",
      shared_channel: "Un canal compartido con otra empresa solo recibe totales.",
    },
  },
  pt: {
    chart: (title) => `Gráfico: ${title}`,
    useOut: (names) => `Acrescente --out <pasta> para salvar ${names}.`,
    wrote: (paths) => `Salvo: ${paths}`,
    tryThese: "Próximo passo",
    fillIn: (line) => `Escreva depois de “${line}” o que souber`,
    badOption: (option) => `Não entendo a opção ${option}.`,
    badChoice: (where, value, choices) => `“${value}” não serve para ${where}: escolha entre ${choices}.`,
    noLine: "O que você quer dizer? Escreva o comando entre aspas.",
    noFile: "Qual arquivo devo ler? Indique um arquivo CSV.",
    choose: (most) => `Número de 1 a ${most} (Enter: 1), ou uma resposta como at=2026-01-31:`,
    firstRun: "Sua base está vazia, então primeiro carrego a loja de exemplo.",
    cannotWrite: (folder) => `Não consigo gravar em ${folder}. Indique outra pasta depois de --out.`,
    migrated: "O banco de dados está em dia.",
    distributed: (spread, copied, machines) =>
      spread + copied === 0
        ? `Tudo já está distribuído (máquinas com clientes: ${machines}).`
        : `Tabelas repartidas por cliente: ${spread}; copiadas em cada máquina: ${copied}; máquinas com clientes: ${machines}.`,
    noCitus:
      "Este banco não tem o Citus, então fica em uma máquina e nada mudou. Se o servidor tem a extensão, execute CREATE EXTENSION citus, acrescente os nós com citus_add_node e tente de novo.",
    embeddedIsOne:
      "O servidor embutido é uma só máquina. Indique em DATABASE_URL um servidor com a extensão Citus.",
    slackRefuses: (error) =>
      `O Slack recusa o token do bot (${error}), então nada foi iniciado. Confira SLACK_BOT_TOKEN.`,
    slackIsAway: "Daqui não se chega ao Slack, então nada foi iniciado. Confira a rede e inicie de novo.",
    open: (address) =>
      `O playground do Segmenta: abra ${address} (Ctrl+C encerra). A loja de exemplo está sendo carregada.`,
    usage: `Uso: segmenta <o que fazer>

  start [modo]      o bot se há credenciais do Slack (modo: bot, worker ou both); senão, o playground
  say "<comando>"   responde a um comando, por exemplo: segmenta say "perfil 2"
  import <arquivo>  lê um CSV de clientes, pedidos, eventos ou supressões
  sample            carrega a loja de exemplo em uma base vazia
  doctor            verifica se está tudo aí e diz o que fazer
  migrate           atualiza o banco de dados
  distribute        reparte um banco grande entre várias máquinas (precisa do Citus)
  help              esta página; para os comandos: segmenta say ajuda

Opções
  --lang en|es|pt   idioma da resposta
  --role <papel>    viewer, marketer, analyst ou admin (o padrão aqui)
  --as <usuário>    quem pergunta
  --json            um objeto JSON em vez de texto
  --out <pasta>     onde salvar gráficos e arquivos
  --map <arquivo>   import: mapeamento que corrige as colunas supostas
  --set <resposta>  import: responde a uma pergunta sobre o arquivo, p. ex. customer=row (repetível)
  --yes             import: usa as respostas mais prováveis e diz quais
  --dry-run         import: só diz como o arquivo seria lido
`,
    note: "Atenção",
    refused: {
      role: "Seu papel não mostra clientes individuais nem listas deles. Peça a um administrador o papel de marketing.",
      personal_role: "Só analistas e administradores podem levar colunas que dizem quem é o cliente.",
      shared_channel: "Um canal compartilhado com outra empresa recebe apenas totais.",
    },
  },
});
