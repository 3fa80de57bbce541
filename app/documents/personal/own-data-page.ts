type Cell = string | number | boolean | null
export type OwnSheet = { name: string; title: string; heads: readonly string[]; rows: readonly (readonly Cell[])[] }
export type OwnPage = { language: string; title: string; lead: string; sheets: readonly OwnSheet[]; empty: string }

const plain = (value: Cell): string =>
  String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const style = `body{font:16px/1.6 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1D1B19;background:#FBFAF7}
table{border-collapse:collapse;width:100%;font-size:14px}td,th{border:1px solid #E4E0D8;padding:.25rem .5rem;text-align:left;vertical-align:top;word-break:break-all}
div{overflow-x:auto}h2{margin-top:2.5rem;font-size:18px}p{max-width:38em}`

const table = ({ heads, rows }: OwnSheet): string => {
  const head = heads.map((text) => `<th scope="col">${plain(text)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${plain(cell)}</td>`).join('')}</tr>`).join('\n')
  return `<div><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}

/** One page that any browser opens without a network: a heading and a table for everything that is kept of somebody. */
export const ownDataPage = ({ language, title, lead, sheets, empty }: OwnPage): string =>
  [
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${plain(title)}</title>`,
    `<style>${style}</style></head><body><h1>${plain(title)}</h1><p>${plain(lead)}</p>`,
    ...(sheets.length === 0 ? [`<p>${plain(empty)}</p>`] : []),
    ...sheets.map((sheet) => `<h2 id="${plain(sheet.name)}">${plain(sheet.title)}</h2>\n${table(sheet)}`),
    '</body></html>',
  ].join('\n')
