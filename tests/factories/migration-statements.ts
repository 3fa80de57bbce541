/** The statements of plain SQL; what stands between BEGIN and END of a trigger is one with it. */
export function statementsOf(sql: string): string[] {
  const plain = sql.replace(/^\s*--.*$/gm, '')
  const statements: string[] = []
  let current = ''
  for (const part of plain.split(/;[ \t]*(?=\n|$)/)) {
    current += current === '' ? part : `;${part}`
    const isOpenTrigger = /^\s*CREATE TRIGGER/i.test(current) && !/\bEND\s*$/i.test(current)
    if (isOpenTrigger) continue
    if (current.trim() !== '') statements.push(`${current.trim()};`)
    current = ''
  }
  return statements
}
