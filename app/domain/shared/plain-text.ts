/**
 * Text without control characters and without marks that turn its direction around or take no room, so that what is read is what is
 * stored. Line ends and tabs stay; so do the joiners inside emoji.
 */
export const withoutUnseen = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, '')
