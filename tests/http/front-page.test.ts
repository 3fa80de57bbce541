import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerFast, warmFrontPage } from '~/http/fast.server'
import { setClock } from '../factories/world'

let server: Server
let url = ''
let today = ''

beforeAll(async () => {
  server = createServer((request, response) =>
    answerFast(
      request,
      response,
      () => null,
      async () => null,
      () => response.writeHead(200).end('the framework'),
    ),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const front = async () => (await fetch(url)).text()

it('keeps the front page for a day: the first visitor of a new one gets a fresh page, and so does everybody after him', async () => {
  today = 'tips of November'
  setClock('2026-11-30T15:59:00Z')
  await warmFrontPage(async () => new Response(today), {})
  expect(await front()).toBe('tips of November')
  today = 'tips of December'
  expect(await front()).toBe('tips of November')
  setClock('2026-11-30T16:00:00Z')
  expect(await front()).toBe('the framework')
  await expect.poll(front).toBe('tips of December')
})
