const hidden = '[hidden]'
const secretName =
  /pass(word|phrase|wd)?|secret|token|cookie|authori[sz]ation|credential|session|signature|api_?key|^key$|phone|mobile|id_?(number|card|no)$|licen[cs]e_?(number|no)|身份证|证件|手机|电话|密码/i

/** Eleven digits or more in a row, in any script: a mobile number, an ID number (its last place may be an X), a card; also a mobile number in its groups. */
const longNumber = /\p{Nd}{11,}[xX]?|1\p{Nd}{2}[ -]\p{Nd}{4}[ -]\p{Nd}{4}/gu

/** The text without numbers that could name a person. */
export const withoutNumbers = (text: string): string => text.replace(longNumber, hidden)

const deepest = 6
const mostItems = 50
const mostCharacters = 2000

const cut = (text: string): string => withoutNumbers(text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text)

/** Frames alone: what stands before them repeats the message. The database client prints what was to be written; its last line says what is wrong. */
function ofFault(fault: Error, depth: number): unknown {
  const lines = fault.message.split('\n').filter((line) => line.trim() !== '')
  const message = fault.name.startsWith('PrismaClient') ? (lines.at(-1) ?? '') : fault.message
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = fault.cause === undefined ? {} : { cause: clean(fault.cause, depth + 1) }
  return { name: cut(fault.name), message: cut(message), stack: cut(frames.join('\n')), ...cause }
}

function ofObject(value: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, mostItems)
  return Object.fromEntries(
    entries.map(([name, inner]) => [withoutNumbers(name), secretName.test(name) ? hidden : clean(inner, depth + 1)]),
  )
}

function clean(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return cut(value)
    case 'number':
      return Number.isFinite(value) ? ofNumber(value) : String(value)
    case 'bigint':
      return cut(String(value))
    case 'boolean':
      return value
    case 'object':
      return value === null ? null : ofWhole(value, depth)
    default:
      return undefined
  }
}

const ofNumber = (value: number): unknown => (cut(String(value)) === String(value) ? value : hidden)

function ofWhole(value: object, depth: number): unknown {
  if (value instanceof Error) return ofFault(value, depth)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString()
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`
  if (depth >= deepest) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => clean(item, depth + 1))
  return ofObject(value, depth)
}

/**
 * What may be written into a log: fields that are named like a secret or a personal number are hidden, and so is every number of eleven
 * digits or more in any text, however deep. Cuts what is long or deep; a fault keeps its message and its frames.
 */
export const withoutSecrets = (value: object): Record<string, unknown> => ofObject(value, 0)
