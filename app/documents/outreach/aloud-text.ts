/** Loudspeaker texts as plain text that any editor of any system reads: marked as UTF-8, lines ended as on Windows. */
export const aloudText = (scripts: readonly { title: string; text: string; when?: string }[]): string =>
  `\uFEFF${scripts.map(({ title, text, when }) => [when === undefined ? title : `${title} (${when})`, text].join('\r\n')).join('\r\n\r\n')}\r\n`
