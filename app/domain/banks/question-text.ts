import { withoutUnseen } from '../shared/plain-text'

/**
 * A text of a question as it is kept: lines without blanks at their ends, never two empty lines together, none at the start or the end,
 * nothing unseen. Tabs are blanks. Tidying twice changes nothing more.
 */
export function tidyText(text: string): string {
  const lines = withoutUnseen(text.replace(/[\u2028\u2029\v\f]/g, '\n').replace(/[\ufffe\uffff]/g, '')).split('\n')
  return lines
    .map((line) => line.replaceAll('\t', ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

/** The same where there is one line only. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ')

/** The beginning of what was there, for whoever looks for it in the file. */
export function beginningOf(text: string, letters = 60): string {
  const all = [...tidyLine(text)]
  return all.length > letters ? `${all.slice(0, letters).join('')}…` : all.join('')
}
