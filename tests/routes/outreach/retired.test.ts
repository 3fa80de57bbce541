import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as lesson } from '~/routes/outreach+/m.$lesson.$view'
import { loader as scanned } from '~/routes/outreach+/Q.$'
import { keepScans } from '~/usecases/outreach/count-scan.server'
import { printOf } from '~/usecases/outreach/pack-parts.server'
import { hangInStairs, makePosterStreet } from '../../factories/poster-street'

const home = process.cwd()
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-retired-'))
let code = ''

/** The content of the next year, in which the lesson on e-bikes was replaced by the one on fire doors. */
beforeAll(async () => {
  for (const name of ['prisma', 'public', 'app']) fs.symlinkSync(path.join(home, name), path.join(root, name))
  fs.cpSync(path.join(home, 'content'), path.join(root, 'content'), { recursive: true })
  const file = path.join(root, 'content/micro/e-bike-charging.yaml')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('order: 1\n', 'order: 1\nsuccessor: fire-doors\n'))
  process.chdir(root)
  const { asLin } = await makePosterStreet()
  const { codes } = await hangInStairs(asLin, ['oil-fire'])
  code = codes[0]?.code ?? ''
  await transact((tx) => tx.posterCode.updateMany({ where: { code }, data: { lesson: 'e-bike-charging' } }))
})
afterAll(() => {
  process.chdir(home)
  fs.rmSync(root, { recursive: true, force: true })
})

const at = (address: string, params: Record<string, string>) => ({
  request: new Request(`http://127.0.0.1:3000${address}`),
  params,
  context: { address: '10.3.3.3', requestId: 't' },
})

describe('a lesson that is no longer hung', () => {
  it('is still what its printed code opens, as the lesson that took its place, and is counted as that', async () => {
    const answer = await scanned(at(`/Q/${code}`, { '*': code }))
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain(catalogue().micro.get('fire-doors')?.title.zh)
    expect(html).not.toContain('这个码认不出来')
    await keepScans()
    expect(await db().scanTally.findMany()).toMatchObject([{ code, lesson: 'fire-doors', what: 'opened', count: 1 }])
  })

  it('leads on from its own address, in the same view', async () => {
    const answer = await lesson(at('/m/e-bike-charging/en-large', { lesson: 'e-bike-charging', view: 'en-large' }))
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/m/fire-doors/en-large'])
  })

  it('is printed as its successor', () => {
    const print = printOf({ style: 'notice', size: 'a4', language: 'zh' }, 'e-bike-charging', {
      kind: 'code',
      code,
      place: '湖滨社区 1号楼1单元',
    })
    expect(print.headline).toBe(catalogue().micro.get('fire-doors')?.poster.headline.zh)
  })
})
