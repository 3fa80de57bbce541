import { beforeAll, describe, expect, it } from 'vitest'
import { BookRefused } from '~/documents/imports/book-limits'
import { tableLines } from '~/documents/imports/table-reader.server'
import { bookOf, sheetOf } from './hand-made'
import { hostileBooks } from './hostile-books'

const mostMegabytes = 250

async function reasonOf(file: Buffer): Promise<string> {
  try {
    await tableLines(file, () => undefined)
    return 'read'
  } catch (fault) {
    return fault instanceof BookRefused ? fault.reason : `threw ${String(fault)}`
  }
}

describe('a file that is sent to do harm is refused', () => {
  beforeAll(async () => {
    expect(await reasonOf(await bookOf({ sheet: sheetOf('<row><c><v>1</v></c></row>') }))).toBe('read')
  })

  it.each(hostileBooks)(
    '$what: $reason',
    async ({ reason, make }) => {
      const file = await make()
      const before = process.memoryUsage().rss
      expect(await reasonOf(file)).toBe(reason)
      expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(mostMegabytes)
    },
    60_000,
  )
})
