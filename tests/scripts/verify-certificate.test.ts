import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { certificatePicture } from '~/documents/credentials/certificate-picture.server'
import { listBody, signedListBytes } from '~/domain/credentials/revoked-list'
import { signWith } from '~/gateways/signing.server'
import { makeKey, signed } from '../domain/credentials/statement-cases'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-verify-'))
const key = makeKey()
const { secretKey, ...published } = key

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  return file
}

const words = { zh: '岗前消防安全', en: 'Pre-job fire safety' }
const picture = (statementUrl: string) =>
  certificatePicture({
    name: '欧阳秀英',
    unitName: '云溪县东门农贸市场',
    position: words,
    course: words,
    passedOn: '2026-03-10',
    number: 'MB-2026-7K3M-9PQ',
    issuer: '云溪县',
    checkUrl: 'HTTPS://XIAOFANG.EXAMPLE/C/7K3M9PABCDEFGHJKMNPQRSTUVW',
    statementUrl,
  })

/** What the command says, and how it ends; it has no database. */
async function verified(...given: string[]): Promise<string> {
  const body = listBody({ kid: key.kid, at: new Date('2026-03-11T02:00:00Z'), last: 5_000, revoked: new Set([7]), superseded: new Set() })
  const list = put('revoked', Uint8Array.from([...body, ...signWith(secretKey, signedListBytes(body))]))
  const known = ['--keys', put('keys.json', JSON.stringify({ keys: [published] })), '--revoked', list]
  const run = promisify(execFile)('node_modules/.bin/tsx', ['scripts/verify-certificate.ts', ...given, ...known], {
    env: { ...process.env, MINGBAI_DATA: path.join(folder, 'none') },
  })
  return run.then(
    ({ stdout }) => `0 ${stdout}`,
    (fault: { code: number; stdout: string; stderr: string }) => `${fault.code} ${fault.stdout}${fault.stderr}`,
  )
}

it('tells a genuine paper from a picture of it, a revoked one from its text, and a changed one in a file', async () => {
  const genuine = signed(key)
  const [paper, revoked, changed] = await Promise.all([
    verified(put('paper.png', await picture(`https://xiaofang.example/V#${genuine}`)), '--name', '欧阳秀英'),
    verified(signed(key, { serial: 7 })),
    verified(put('changed.txt', `${genuine.slice(0, -9)}${genuine.at(-9) === 'A' ? 'B' : 'A'}${genuine.slice(-8)}\n`)),
  ])
  expect(paper).toMatch(/^0 Genuine; neither revoked nor superseded as of 2026-03-11T02:00:00Z\.\n/)
  expect(paper).toContain('The name is the one it was issued to.')
  expect(revoked).toMatch(/^1 Revoked, as of 2026-03-11T02:00:00Z\.\n/)
  expect(changed).toMatch(/^1 Forged: /)
})
