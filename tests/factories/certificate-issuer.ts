// Run as a process of its own by tests/data/credentials/certificate-crash.test.ts: workers that issue certificates until none is left to issue,
// and say of each, once it is committed, under which serial and number. It is killed at any instant and begun again.
import fs from 'node:fs'
import { recordPass } from '~/data/credentials/passes.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { issueTools } from '~/gateways/issue-tools.server'

const [slot = '0', workers = '25', said = ''] = process.argv.slice(2)
const at = new Date('2026-03-10T02:00:00Z')
const book = fs.openSync(said, 'a')

/** Its own half, and every tenth that the other process wants as well. */
const left = (await db().attempt.findMany({ where: { evidenceId: null }, orderBy: { id: 'asc' } })).filter(
  ({ id }) => Number(id) % 2 === Number(slot) || Number(id) % 10 === 0,
)

async function issue(attempt: (typeof left)[number]): Promise<void> {
  const { closedAt } = attempt
  if (closedAt === null) throw new Error('an open paper')
  const written = await transact(async (tx) => {
    const now = await tx.attempt.findUniqueOrThrow({ where: { id: attempt.id }, select: { evidenceId: true } })
    if (now.evidenceId !== null) return null
    const gives = [{ kind: 'course', topic: 'basics' }]
    await recordPass(tx, { attempt: { ...attempt, closedAt }, gives, certifies: true, at, by: 'system', issue: issueTools(at) })
    return tx.certificate.findFirstOrThrow({ where: { attemptId: attempt.id }, select: { serial: true, number: true } })
  })
  if (written !== null) fs.writeSync(book, `${attempt.id} ${written.serial} ${written.number}\n`)
}

async function work(): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const attempt = next
    await issue(attempt).catch((fault: unknown) => {
      fs.writeSync(book, `failed ${attempt.id} ${String(fault).replace(/\s+/g, ' ').slice(-200)}\n`)
      left.push(attempt)
    })
  }
}

await Promise.all(Array.from({ length: Number(workers) }, work))
process.exit(0)
