/**
 * Limits on what a file holds once it is unpacked: a packed megabyte can hold a gigabyte of nothing, and whoever reads
 * it must notice before its memory or an hour is gone.
 */

/** The bytes of a file, unpacked. */
export const mostBytes = 2 * 1024 ** 3;
export const mostColumns = 2_000;
/** In characters; a longer cell is a document, or a quotation mark that was never closed. */
export const longestCell = 65_536;
/** In characters. */
export const longestHeader = 1_024;
/** The longest record, in characters; one quote that is never closed must not swallow a gigabyte. */
export const longestRow = 1 << 21;
/** The texts of a workbook, in characters: they are held in memory while its rows are read. */
export const mostSharedText = 1 << 27;
/** The unpacked bytes of a Parquet row group, whose columns are held in memory while its rows are read. */
export const largestRowGroup = 1 << 29;
