import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { findOwnBatch } from '~/data/credentials/batches.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { certificateNumber } from '~/domain/credentials/number'
import { settings } from '~/env.server'
import { newCode, newToken } from '~/gateways/secrets.server'
import { civilDay } from '~/http/civil-day'
import { askBatch } from '~/usecases/credentials/ask-batch.server'
import { makeBatches } from '~/usecases/credentials/make-batches.server'
import { certified } from '../../exams-fixtures/certified'
import { useFixtureContent } from '../../exams-fixtures/content'
import { grant, person, post, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

const size = Number(process.env.BATCH ?? 30)
const now = new Date('2026-03-10T02:00:00Z')
const none = { number: null, serial: null, text: null, state: null, course: null, placePath: null, unitId: null, from: null, to: null }
const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1)

beforeAll(useFixtureContent)

it(`${size} certificates are one PDF of as many pages, and how far it is can be seen meanwhile`, { timeout: 3_600_000 }, async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00Z')
  await smallTown()
  await person('boss', '陈主任')
  await grant('boss', 'administrator')
  await person('li', '李秀英')
  await certified('li', await post('li'), now)
  const first = await db().certificate.findFirstOrThrow()
  await transact((tx) =>
    tx.certificate.createMany({
      data: Array.from({ length: size - 1 }, (_, nth) => ({
        ...first,
        id: `more-${nth}`,
        serial: nth + 2,
        edition: nth + 2,
        printedName: `${'赵钱孙李周吴郑王'[nth % 8]}${nth}`,
        token: newToken(),
        number: certificateNumber(2026, newCode(6)),
      })),
    }),
  )
  const acting = { now, today: civilDay(now), actor: { accountId: 'account-boss', grants: findGrants('account-boss') } }
  const scope = { everything: true, places: [], units: [] }
  const outcome = await askBatch(acting, scope, none)
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  const batch = () => findOwnBatch(outcome.batchId, 'account-boss', scope)
  const [begun, before] = [Date.now(), process.memoryUsage().rss]
  let isOver = false
  let most = before
  const seen = new Set<number>()
  const watch = async () => {
    while (!isOver) {
      most = Math.max(most, process.memoryUsage().rss)
      seen.add((await batch())?.done ?? 0)
      await setTimeout(100)
    }
  }
  const watching = watch()
  await makeBatches()
  isOver = true
  await watching
  const file = path.join(settings().dataFolder, 'packs', `${outcome.batchId}.pdf`)
  const bytes = fs.statSync(file).size
  process.stdout.write(
    `${size} certificates in ${((Date.now() - begun) / 1000).toFixed(1)} s, ${megabytes(bytes)} MB, ${megabytes(most - before)} MB more memory, progress seen: ${seen.size} times\n`,
  )
  expect(await batch()).toMatchObject({ done: size, total: size, bytes, left: [] })
  expect(fs.readFileSync(file, 'latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(size)
  for (const done of seen) expect(done).toBeLessThanOrEqual(size)
})
