import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { routesContract } from './routes.contract'

type Listed = { path?: string | undefined; index?: boolean | undefined; file: string; children?: Listed[] | undefined }
const listed: z.ZodType<Listed> = z.lazy(() =>
  z.object({ path: z.string().optional(), index: z.boolean().optional(), file: z.string(), children: z.array(listed).optional() }),
)

const root = path.resolve(import.meta.dirname, '..')
const flat = (routes: Listed[]): Listed[] => routes.flatMap((route) => [route, ...flat(route.children ?? [])])
const audienceOf = (source: string, name: 'loader' | 'action') =>
  new RegExp(`export const ${name} = serve\\(\\s*'([a-z]+)'`).exec(source)?.[1] ??
  (new RegExp(`export (const|async function|function) ${name}\\b`).test(source) ? 'unguarded' : null)

describe('every route has a contract', () => {
  const found = new Map<string, string>()

  beforeAll(() => {
    const output = execFileSync(path.join(root, 'node_modules/.bin/remix'), ['routes', '--json'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'development' },
    })
    for (const route of flat(z.array(listed).parse(JSON.parse(output.slice(output.indexOf('[')))))) {
      if (route.file === 'root.tsx') continue
      found.set(`/${(route.path ?? '').replace(/\/$/, '')}`, fs.readFileSync(path.join(root, 'app', route.file), 'utf8'))
    }
  }, 60_000)

  it('names each address once, and none that is not there', () => {
    expect([...found.keys()].sort()).toEqual(Object.keys(routesContract).sort())
  })

  it('gives each loader and action the guard that the contract names', () => {
    const guards = [...found].map(([address, source]) => [address, audienceOf(source, 'loader'), audienceOf(source, 'action')])
    const promised = [...found.keys()].map((address) => [
      address,
      routesContract[address]?.loader ?? null,
      routesContract[address]?.action ?? null,
    ])
    expect(guards).toEqual(promised)
  })
})
