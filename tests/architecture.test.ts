import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const filesBelow = (folder: string): string[] =>
  fs.existsSync(path.join(root, folder))
    ? fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) => {
        const file = path.relative(root, path.join(entry.parentPath, entry.name))
        return entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(file) ? [file] : []
      })
    : []

const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const appFiles = filesBelow('app')
const areas = [
  ...['org', 'accounts', 'duties', 'learn', 'exams', 'credentials', 'rollcall', 'drills', 'classes', 'notices', 'outreach'],
  ...['hotwork', 'watch', 'practicals', 'search', 'running', 'imports', 'banks', 'personal'],
]

/** What each layer of app/ may import. README, "Decisions", says where this differs from the first plan and why. */
const below: Record<string, string[]> = {
  domain: [],
  i18n: ['domain'],
  data: ['domain'],
  content: ['domain', 'ui', 'i18n'],
  gateways: ['domain'],
  documents: ['domain', 'i18n'],
  offline: ['domain'],
  usecases: ['data', 'content', 'documents', 'gateways', 'domain', 'i18n'],
  http: ['data', 'domain', 'i18n', 'gateways'],
  ui: ['domain', 'i18n'],
  routes: ['http', 'ui', 'usecases', 'data', 'content', 'documents', 'domain', 'i18n', 'gateways'],
}
const everywhere = ['env.server', 'paths', 'tailwind.css?url']

function importsOf(file: string): string[] {
  const from = [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return from.flatMap((target) => {
    if (target.startsWith('~/')) return [target.slice(2)]
    if (target.startsWith('.')) return [path.relative(path.join(root, 'app'), path.resolve(root, path.dirname(file), target))]
    return []
  })
}
const packagesOf = (file: string) => [...read(file).matchAll(/from '([^'.~][^']*)'/g)].map((match) => match[1] ?? '')
const layerOf = (file: string) => file.split('/')[1] ?? ''

describe('the house stands as README says', () => {
  it('lets imports point down only', () => {
    const wrong = appFiles.flatMap((file) => {
      const layer = layerOf(file)
      const allowed = below[layer]
      if (!allowed) return []
      return importsOf(file)
        .filter((target) => !everywhere.includes(target) && target.split('/')[0] !== layer && !allowed.includes(target.split('/')[0] ?? ''))
        .map((target) => `${file} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('keeps the domain pure: no packages but the shapes of zod, no clock, no randomness, nothing to await', () => {
    const impure = /\bawait\b|\bDate\.now\b|new Date\(\)|Math\.random|process\.|console\.|\bfetch\(/
    const wrong = filesBelow('app/domain').flatMap((file) => {
      const packages = packagesOf(file).filter((name) => name !== '' && name !== 'zod')
      return packages.length > 0 || impure.test(read(file)) ? [`${file} ${packages.join(' ')}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('lets only data/ touch Prisma and SQL', () => {
    const wrong = [...appFiles, ...filesBelow('scripts')].filter(
      (file) =>
        layerOf(file) !== 'data' &&
        !file.startsWith('scripts/schema-sql') &&
        packagesOf(file).some((name) => name.startsWith('@prisma') || name === '#db' || name === 'better-sqlite3') &&
        !file.endsWith('limits.server.ts'),
    )
    expect(wrong).toEqual([])
  })

  it('reads the environment in env.server.ts only', () => {
    const wrong = appFiles.filter((file) => file !== 'app/env.server.ts' && read(file).includes('process.env'))
    expect(wrong).toEqual([])
  })

  it('keeps files within their sizes', () => {
    const limit = (file: string) => {
      if (file.startsWith('app/domain/')) return 150
      if (file.startsWith('app/usecases/')) return 120
      if (file.startsWith('app/routes/') || file.startsWith('app/ui/')) return 200
      return 300
    }
    const long = [...appFiles, ...filesBelow('scripts'), ...filesBelow('prisma').filter((file) => !file.startsWith('prisma/generated'))]
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > limit(file))
    expect(long).toEqual([])
  })

  it('has the same words in every language', () => {
    const keys = (value: unknown, prefix = ''): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${prefix}.${key}`))
        : [prefix]
    const words = (locale: string, file: string) => keys(JSON.parse(read(`app/i18n/locales/${locale}/${file}`))).sort()
    const names = (locale: string) => fs.readdirSync(path.join(root, 'app/i18n/locales', locale)).sort()
    expect(names('en')).toEqual(names('zh'))
    for (const file of names('zh')) expect({ file, keys: words('en', file) }).toEqual({ file, keys: words('zh', file) })
  })

  it('has no drawer without a name', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|manager|service|misc)(\.|\/|$)/
    const wrong = [...appFiles, ...filesBelow('scripts')].filter((file) => drawer.test(file.replace('.server.', '.')))
    expect(wrong).toEqual([])
  })

  it('names files in kebab-case and puts them in a known area', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
    const wrong = appFiles.filter((file) => {
      const parts = file.split('/')
      const name = (parts.at(-1) ?? '')
        .replace(/\.d\.ts$/, '')
        .replace(/\.(server|entry)?\.?(ts|tsx)$/, '')
        .replace(/\.(server|entry)$/, '')
      if (file.startsWith('app/routes/')) return !areas.includes((parts[2] ?? '').replace('+', ''))
      return !kebab.test(name)
    })
    expect(wrong).toEqual([])
  })

  it('holds no suppressed types, no any, no bang', () => {
    const banned = /@ts-(ignore|expect-error|nocheck)|\bas any\b|: any\b|biome-ignore/
    const wrong = [...appFiles, ...filesBelow('scripts')].filter((file) => banned.test(read(file)))
    expect(wrong).toEqual([])
  })

  it('reads nothing outside the repository', () => {
    const outside = `..${path.sep}shared`
    const wrong = [...appFiles, ...filesBelow('scripts'), ...filesBelow('tests'), ...filesBelow('prisma')].filter(
      (file) =>
        !file.endsWith('architecture.test.ts') &&
        read(file).includes(outside) &&
        /['"`][^'"`]*\.\.\/shared\/(contracts|facts|seeds|design)/.test(read(file)),
    )
    expect(wrong).toEqual([])
  })
})
