/**
 * Text without control characters and without marks that turn its direction around or take no room, so that what is read is what is
 * stored; without halves of characters. Line ends and tabs stay; so do the joiners inside emoji.
 */
export const withoutUnseen = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, '')

/** The same in one line, each gap a single space. */
export const inOneLine = (text: string): string => withoutUnseen(text).replace(/\s+/g, ' ').trim()
