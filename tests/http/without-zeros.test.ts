import { PassThrough, type Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { withoutZeros } from '~/http/without-zeros.server'

/** A page on which letters of three bytes meet the end of a part in every way. */
const names = Array.from({ length: 600 }, (_, nth) => `${'a'.repeat(nth % 7)}三楼东侧集合点${nth}`)

const written = (through: Transform): Promise<Buffer> =>
  new Promise((resolve) => {
    const page = createElement(
      'div',
      null,
      names.map((name) => createElement('data', { key: name, value: name })),
    )
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => {
        resolve(buffer(through))
        pipe(through)
      },
    })
  })

it('a page of Chinese names reaches the browser with every name as it is, wherever its parts end', async () => {
  expect((await written(new PassThrough())).includes(0)).toBe(true)
  const page = (await written(withoutZeros())).toString('utf8')
  expect(page).not.toMatch(/[\0\ufffd]/)
  expect([...page.matchAll(/value="([^"]*)"/g)].map(([, value]) => value)).toEqual(names)
})
