import { words } from "../../lib/words.ts";
import { fileWords } from "../file/words.ts";

/** What can be wrong with a file as a whole; each sentence says what happened and what to do. */
export type SourceWords = (typeof sourceWords)["en"];

export const sourceWords = words({
  en: {
    ...fileWords.en,
    fileNotFound: (file: string) => `There is no file ${file}. Check the path.`,
    notReadable: (file: string) => `${file} cannot be read: it is a folder, or I am not allowed to open it.`,
    emptyFile: (file: string) => `${file} is empty. Export it again and check its size.`,
    headerOnly: (file: string) => `${file} holds column names but no rows. Nothing was changed.`,
    noHeader: (file: string) =>
      `The first row of ${file} holds values, not column names. Add a row with names on top.`,
    unknownEncoding: (file: string) =>
      `I cannot tell how the letters of ${file} are written. Save it as "CSV UTF-8" and try again.`,
    brokenGzip: (file: string) => `${file} is packed, but damaged or cut off. Pack or download it again.`,
    openQuote: (file: string, line: number) =>
      `In ${file} a quotation mark is opened at line ${line} and never closed. Close it, or export the file again.`,
    tooManyColumns: (file: string, most: number) =>
      `${file} has more than ${most} columns. That is rarely a list of customers: check the separator, or leave columns out.`,
    lineTooLong: (file: string, line: number) =>
      `Line ${line} of ${file} has no end within two million characters. Is it a CSV file?`,
    noCustomerColumn: (file: string, headers: string) =>
      `I found no column in ${file} that names the customer. Its columns: ${headers}. Say which one it is in a mapping file: {"columns": {"<column>": "customer"}}.`,
    noDateColumn: (file: string, headers: string) =>
      `I found no column in ${file} that says when. Its columns: ${headers}. Say which one it is in a mapping file: {"columns": {"<column>": "at"}}.`,
    noAmountColumn: (file: string, headers: string) =>
      `I found no price and no amount in ${file}. Its columns: ${headers}. Say which one it is in a mapping file: {"columns": {"<column>": "amount"}}.`,
    unreadableColumn: (file: string, column: string, role: string) =>
      `I could not read the column "${column}" of ${file} as ${role}. Correct it, or say in a mapping file what it is.`,
    nothingReadable: (file: string, rows: number) =>
      `None of the ${rows} rows of ${file} could be read. Nothing was changed. Look at the guessed columns with --dry-run.`,
    mapNotFound: (file: string) => `There is no mapping file ${file}. Check the path.`,
    mapNotJson: (file: string) => `The mapping file ${file} is not valid JSON.`,
    mapUnknownColumn: (column: string, headers: string) =>
      `The mapping file names a column "${column}" that the file does not have. It has: ${headers}.`,
    mapUnknownValue: (where: string, value: string, choices: string) =>
      `The mapping file says "${value}" for ${where}. Possible are: ${choices}.`,
    unknownAnswer: (option: string) =>
      `I cannot read "${option}". Write <what>=<value>: customer=row, customer=<column>, at=2026-11-30, sheet=<name>, decimal=, or decimal=., dates=dmy or dates=mdy, status.<word>=purchase, currency=EUR, response=<column>.`,
    stepSurvey: (file: string) => `Looking at ${file}`,
    stepRead: (file: string) => `Reading ${file}`,
    stepStore: (file: string) => `Storing ${file}`,
  },
  es: {
    ...fileWords.es,
    fileNotFound: (file) => `No existe el archivo ${file}. Revisa la ruta.`,
    notReadable: (file) => `No se puede leer ${file}: es una carpeta o no tengo permiso para abrirlo.`,
    emptyFile: (file) => `${file} está vacío. Expórtalo de nuevo y comprueba su tamaño.`,
    headerOnly: (file) => `${file} tiene nombres de columnas pero ninguna fila. No se cambió nada.`,
    noHeader: (file) =>
      `La primera fila de ${file} tiene valores, no nombres de columnas. Añade arriba una fila con los nombres.`,
    unknownEncoding: (file) =>
      `No puedo saber cómo están escritas las letras de ${file}. Guárdalo como «CSV UTF-8» e inténtalo de nuevo.`,
    brokenGzip: (file) =>
      `${file} está comprimido, pero dañado o incompleto. Comprímelo o descárgalo de nuevo.`,
    openQuote: (file, line) =>
      `En ${file} se abren unas comillas en la línea ${line} y nunca se cierran. Ciérralas o exporta el archivo de nuevo.`,
    tooManyColumns: (file, most) =>
      `${file} tiene más de ${most} columnas. Rara vez es una lista de clientes: revisa el separador o quita columnas.`,
    lineTooLong: (file, line) =>
      `La línea ${line} de ${file} no termina en dos millones de caracteres. ¿Es un archivo CSV?`,
    noCustomerColumn: (file, headers) =>
      `No encontré en ${file} ninguna columna que identifique al cliente. Sus columnas: ${headers}. Indica cuál es en un archivo de correspondencias: {"columns": {"<columna>": "customer"}}.`,
    noDateColumn: (file, headers) =>
      `No encontré en ${file} ninguna columna que diga cuándo. Sus columnas: ${headers}. Indica cuál es en un archivo de correspondencias: {"columns": {"<columna>": "at"}}.`,
    noAmountColumn: (file, headers) =>
      `No encontré precio ni importe en ${file}. Sus columnas: ${headers}. Indica cuál es en un archivo de correspondencias: {"columns": {"<columna>": "amount"}}.`,
    unreadableColumn: (file, column, role) =>
      `No pude leer la columna «${column}» de ${file} como ${role}. Corrígela o di en un archivo de correspondencias qué es.`,
    nothingReadable: (file, rows) =>
      `No se pudo leer ninguna de las ${rows} filas de ${file}. No se cambió nada. Mira las columnas supuestas con --dry-run.`,
    mapNotFound: (file) => `No existe el archivo de correspondencias ${file}. Revisa la ruta.`,
    mapNotJson: (file) => `El archivo de correspondencias ${file} no es JSON válido.`,
    mapUnknownColumn: (column, headers) =>
      `El archivo de correspondencias nombra una columna «${column}» que el archivo no tiene. Tiene: ${headers}.`,
    mapUnknownValue: (where, value, choices) =>
      `El archivo de correspondencias dice «${value}» en ${where}. Se admite: ${choices}.`,
    unknownAnswer: (option) =>
      `No entiendo «${option}». Escribe <qué>=<valor>: customer=row, customer=<columna>, at=2026-11-30, sheet=<nombre>, decimal=, o decimal=., dates=dmy o dates=mdy, status.<palabra>=purchase, currency=EUR, response=<columna>.`,
    stepSurvey: (file) => `Examinando ${file}`,
    stepRead: (file) => `Leyendo ${file}`,
    stepStore: (file) => `Guardando ${file}`,
  },
  pt: {
    ...fileWords.pt,
    fileNotFound: (file) => `Não existe o arquivo ${file}. Confira o caminho.`,
    notReadable: (file) => `Não é possível ler ${file}: é uma pasta ou não tenho permissão para abri-lo.`,
    emptyFile: (file) => `${file} está vazio. Exporte de novo e confira o tamanho.`,
    headerOnly: (file) => `${file} tem nomes de colunas, mas nenhuma linha. Nada foi alterado.`,
    noHeader: (file) =>
      `A primeira linha de ${file} tem valores, não nomes de colunas. Acrescente no topo uma linha com os nomes.`,
    unknownEncoding: (file) =>
      `Não consigo saber como as letras de ${file} foram gravadas. Salve como "CSV UTF-8" e tente de novo.`,
    brokenGzip: (file) => `${file} está compactado, mas danificado ou incompleto. Compacte ou baixe de novo.`,
    openQuote: (file, line) =>
      `Em ${file} uma aspa é aberta na linha ${line} e nunca é fechada. Feche-a ou exporte o arquivo de novo.`,
    tooManyColumns: (file, most) =>
      `${file} tem mais de ${most} colunas. Raramente é uma lista de clientes: confira o separador ou retire colunas.`,
    lineTooLong: (file, line) =>
      `A linha ${line} de ${file} não termina em dois milhões de caracteres. É um arquivo CSV?`,
    noCustomerColumn: (file, headers) =>
      `Não encontrei em ${file} nenhuma coluna que identifique o cliente. Suas colunas: ${headers}. Diga qual é num arquivo de mapeamento: {"columns": {"<coluna>": "customer"}}.`,
    noDateColumn: (file, headers) =>
      `Não encontrei em ${file} nenhuma coluna que diga quando. Suas colunas: ${headers}. Diga qual é num arquivo de mapeamento: {"columns": {"<coluna>": "at"}}.`,
    noAmountColumn: (file, headers) =>
      `Não encontrei preço nem valor em ${file}. Suas colunas: ${headers}. Diga qual é num arquivo de mapeamento: {"columns": {"<coluna>": "amount"}}.`,
    unreadableColumn: (file, column, role) =>
      `Não consegui ler a coluna "${column}" de ${file} como ${role}. Corrija-a ou diga num arquivo de mapeamento o que ela é.`,
    nothingReadable: (file, rows) =>
      `Nenhuma das ${rows} linhas de ${file} pôde ser lida. Nada foi alterado. Veja as colunas supostas com --dry-run.`,
    mapNotFound: (file) => `Não existe o arquivo de mapeamento ${file}. Confira o caminho.`,
    mapNotJson: (file) => `O arquivo de mapeamento ${file} não é um JSON válido.`,
    mapUnknownColumn: (column, headers) =>
      `O arquivo de mapeamento cita uma coluna "${column}" que o arquivo não tem. Ele tem: ${headers}.`,
    mapUnknownValue: (where, value, choices) =>
      `O arquivo de mapeamento diz "${value}" em ${where}. São possíveis: ${choices}.`,
    unknownAnswer: (option) =>
      `Não entendo "${option}". Escreva <o quê>=<valor>: customer=row, customer=<coluna>, at=2026-11-30, sheet=<nome>, decimal=, ou decimal=., dates=dmy ou dates=mdy, status.<palavra>=purchase, currency=EUR, response=<coluna>.`,
    stepSurvey: (file) => `Examinando ${file}`,
    stepRead: (file) => `Lendo ${file}`,
    stepStore: (file) => `Gravando ${file}`,
  },
});
