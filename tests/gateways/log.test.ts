import { expect, it } from 'vitest'
import { makeLog } from '~/gateways/log.server'
import { duringRequest } from '~/gateways/request-facts.server'

function written() {
  const lines: string[] = []
  return { lines, log: makeLog({ write: (line: string) => void lines.push(line) }, 'info') }
}

it('a line is one JSON object with the id of the request that caused it, and without whom it is about', () => {
  const { lines, log } = written()
  const id = '0f8fad5bd9cb469fa165708677289501'
  duringRequest({ id, asker: 'console' }, () => {
    log.error({ fault: new Error('no room for 13800000001\nat all'), cookie: 'mingbai_session=abc' }, 'phone 13800000001 failed')
  })
  log.info('quiet %s', '330102199003071234')
  log.info(new Error('alone 13800000001'))
  expect(lines).toHaveLength(3)
  expect(lines.join('')).not.toMatch(/13800000001|330102199003071234|mingbai_session/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    request: id,
    msg: 'phone [hidden] failed',
    cookie: '[hidden]',
    fault: { name: 'Error', message: 'no room for [hidden]\nat all' },
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  })
  expect(JSON.parse(lines[1] ?? '')).not.toHaveProperty('request')
})
