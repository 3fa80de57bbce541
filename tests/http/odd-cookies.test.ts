import { beforeEach, expect, it } from 'vitest'
import { endSession, readSession } from '~/http/session.server'
import { emptyDatabase, setClock } from '../factories/world'

beforeEach(emptyDatabase)

it.each(['mingbai_session=%', 'other=%E0%A4%A; mingbai_session=ABC', 'mingbai_session=', "mingbai_session=' OR 1=1", '%'])(
  'a browser with the cookie %j is nobody, and nothing fails',
  async (cookie) => {
    const request = new Request('http://127.0.0.1/me', { headers: { Cookie: cookie } })
    expect(await readSession(request, setClock('2026-03-10T01:00:00Z'))).toBe(null)
    expect(await endSession(request)).toContain('mingbai_session=')
  },
)
