import { words } from "../../lib/words.ts";

/** What can be wrong with a file's format; each sentence says what it is and a way out. */
export const fileWords = words({
  en: {
    workbook: (file: string) =>
      `${file} is a workbook of an old Excel, of another program, or with a password. Save it as .xlsx or CSV, without a password, and import that.`,
    noSuchSheet: (file: string, sheet: string, sheets: string) =>
      `${file} has no sheet "${sheet}". It has: ${sheets}.`,
    emptySheet: (file: string, sheet: string, sheets: string) =>
      `The sheet "${sheet}" of ${file} is empty. Name another with --set sheet=<name>; it has: ${sheets}.`,
    tooLargeWorkbook: (file: string) =>
      `${file} holds more text than I can read of a workbook. Save the sheet as CSV.`,
    binaryFile: (file: string) =>
      `${file} is not a table. I read CSV, XLSX, Parquet and JSON, also one of them packed as .gz or .zip.`,
    webPage: (file: string) =>
      `${file} is a web page, no CSV. If it is a sign-in page, sign in and download the file again; if a table shows in it, open it in a spreadsheet and save that as CSV.`,
    jsonNoTable: (file: string) =>
      `${file} is JSON, but no table. I read one object per line, or a list of objects without lists inside of them: export it so, or as CSV.`,
    brokenJson: (file: string, line: number) =>
      `The JSON of ${file} is broken at line ${line}. Export it again, or save it as CSV.`,
    nestedParquet: (file: string) =>
      `${file} has columns that hold lists or other columns. Write it again with one value per column.`,
    largeRowGroup: (file: string) =>
      `${file} is written in pieces (row groups) of more than 512 MB. Write it with smaller ones, or as CSV.`,
    manyInZip: (file: string, count: number, names: string) =>
      `${file} holds ${count} files: ${names}. I read a zip with one table: unpack it and import them one by one.`,
    lockedZip: (file: string) => `${file} has a password. Unpack it and import what is inside.`,
    packedTwice: (file: string) =>
      `${file} holds another packed file, a workbook or Parquet. Unpack it and import that.`,
    tooManyBytes: (file: string) =>
      `${file} is larger than 2 GB when unpacked, the most that I read. Split it, or leave out rows or columns.`,
    cellTooLong: (file: string, line: number, most: number) =>
      `A cell of ${file} at line ${line} has more than ${most} characters. Is a quotation mark open there? Close it, or leave the column out.`,
    headerTooLong: (file: string, header: string, most: number) =>
      `A column name of ${file} has more than ${most} characters: "${header}…". Shorten it, or check the separator.`,
    spacesNoNames: (file: string) =>
      `The columns of ${file} are separated by spaces and there are no names on top. Add a first line with a name for each column, such as: customer_id date quantity amount.`,
    spoiltIds: (file: string, column: string, cell: string) =>
      `A spreadsheet shortened the numbers in "${column}" of ${file}: "${cell}" is no longer anyone's number. Export the file again and import it without opening it in a spreadsheet, or format the column as text first.`,
  },
  es: {
    workbook: (file) =>
      `${file} es un libro de un Excel antiguo, de otro programa o con contraseña. Guárdalo como .xlsx o CSV, sin contraseña, e importa ese archivo.`,
    noSuchSheet: (file, sheet, sheets) => `${file} no tiene ninguna hoja «${sheet}». Tiene: ${sheets}.`,
    emptySheet: (file, sheet, sheets) =>
      `La hoja «${sheet}» de ${file} está vacía. Indica otra con --set sheet=<nombre>; tiene: ${sheets}.`,
    tooLargeWorkbook: (file) =>
      `${file} tiene más texto del que puedo leer de un libro. Guarda la hoja como CSV.`,
    binaryFile: (file) =>
      `${file} no es una tabla. Leo CSV, XLSX, Parquet y JSON, también uno de ellos comprimido como .gz o .zip.`,
    webPage: (file) =>
      `${file} es una página web, no un CSV. Si es una página de acceso, inicia sesión y descarga el archivo de nuevo; si muestra una tabla, ábrela en una hoja de cálculo y guárdala como CSV.`,
    jsonNoTable: (file) =>
      `${file} es JSON, pero no una tabla. Leo un objeto por línea o una lista de objetos sin listas dentro: expórtalo así o como CSV.`,
    brokenJson: (file, line) =>
      `El JSON de ${file} está roto en la línea ${line}. Expórtalo de nuevo o guárdalo como CSV.`,
    nestedParquet: (file) =>
      `${file} tiene columnas que contienen listas u otras columnas. Escríbelo de nuevo con un valor por columna.`,
    largeRowGroup: (file) =>
      `${file} está escrito en partes (row groups) de más de 512 MB. Escríbelo con partes más pequeñas o como CSV.`,
    manyInZip: (file, count, names) =>
      `${file} contiene ${count} archivos: ${names}. Leo un zip con una sola tabla: descomprímelo e impórtalos uno a uno.`,
    lockedZip: (file) => `${file} tiene contraseña. Descomprímelo e importa lo que hay dentro.`,
    packedTwice: (file) =>
      `${file} contiene otro archivo comprimido, un libro o Parquet. Descomprímelo e importa ese.`,
    tooManyBytes: (file) =>
      `${file} ocupa más de 2 GB descomprimido, lo máximo que leo. Divídelo o quita filas o columnas.`,
    cellTooLong: (file, line, most) =>
      `Una celda de ${file} en la línea ${line} tiene más de ${most} caracteres. ¿Hay unas comillas abiertas? Ciérralas o quita la columna.`,
    headerTooLong: (file, header, most) =>
      `Un nombre de columna de ${file} tiene más de ${most} caracteres: «${header}…». Acórtalo o revisa el separador.`,
    spacesNoNames: (file) =>
      `Las columnas de ${file} están separadas por espacios y arriba no hay nombres. Añade una primera línea con un nombre por columna, por ejemplo: customer_id date quantity amount.`,
    spoiltIds: (file, column, cell) =>
      `Una hoja de cálculo acortó los números de «${column}» en ${file}: «${cell}» ya no es el número de nadie. Exporta el archivo de nuevo e impórtalo sin abrirlo en una hoja de cálculo, o da antes a la columna formato de texto.`,
  },
  pt: {
    workbook: (file) =>
      `${file} é uma pasta de trabalho de um Excel antigo, de outro programa ou com senha. Salve como .xlsx ou CSV, sem senha, e importe esse arquivo.`,
    noSuchSheet: (file, sheet, sheets) => `${file} não tem nenhuma planilha "${sheet}". Tem: ${sheets}.`,
    emptySheet: (file, sheet, sheets) =>
      `A planilha "${sheet}" de ${file} está vazia. Indique outra com --set sheet=<nome>; há: ${sheets}.`,
    tooLargeWorkbook: (file) =>
      `${file} tem mais texto do que consigo ler de uma pasta de trabalho. Salve a planilha como CSV.`,
    binaryFile: (file) =>
      `${file} não é uma tabela. Leio CSV, XLSX, Parquet e JSON, também um deles compactado como .gz ou .zip.`,
    webPage: (file) =>
      `${file} é uma página web, não um CSV. Se for uma página de login, entre e baixe o arquivo de novo; se mostrar uma tabela, abra-a numa planilha e salve como CSV.`,
    jsonNoTable: (file) =>
      `${file} é JSON, mas não uma tabela. Leio um objeto por linha ou uma lista de objetos sem listas dentro: exporte assim ou como CSV.`,
    brokenJson: (file, line) =>
      `O JSON de ${file} está quebrado na linha ${line}. Exporte de novo ou salve como CSV.`,
    nestedParquet: (file) =>
      `${file} tem colunas que contêm listas ou outras colunas. Grave de novo com um valor por coluna.`,
    largeRowGroup: (file) =>
      `${file} foi gravado em partes (row groups) de mais de 512 MB. Grave com partes menores ou como CSV.`,
    manyInZip: (file, count, names) =>
      `${file} contém ${count} arquivos: ${names}. Leio um zip com uma só tabela: descompacte e importe um por um.`,
    lockedZip: (file) => `${file} tem senha. Descompacte e importe o que há dentro.`,
    packedTwice: (file) =>
      `${file} contém outro arquivo compactado, uma pasta de trabalho ou Parquet. Descompacte e importe esse.`,
    tooManyBytes: (file) =>
      `${file} tem mais de 2 GB descompactado, o máximo que leio. Divida-o ou retire linhas ou colunas.`,
    cellTooLong: (file, line, most) =>
      `Uma célula de ${file} na linha ${line} tem mais de ${most} caracteres. Há uma aspa aberta ali? Feche-a ou retire a coluna.`,
    headerTooLong: (file, header, most) =>
      `Um nome de coluna de ${file} tem mais de ${most} caracteres: "${header}…". Encurte-o ou confira o separador.`,
    spacesNoNames: (file) =>
      `As colunas de ${file} são separadas por espaços e não há nomes no topo. Acrescente uma primeira linha com um nome para cada coluna, por exemplo: customer_id date quantity amount.`,
    spoiltIds: (file, column, cell) =>
      `Uma planilha encurtou os números de "${column}" em ${file}: "${cell}" já não é o número de ninguém. Exporte o arquivo de novo e importe-o sem abri-lo numa planilha, ou formate antes a coluna como texto.`,
  },
});
