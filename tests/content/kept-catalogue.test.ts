import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { soundCatalogue } from '~/content/catalogue.server'
import { keepCatalogue, keptCatalogue } from '~/content/kept-catalogue.server'

let root = ''
const within = (...parts: string[]) => path.join(root, ...parts)

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-kept-'))
  for (const folder of ['content', 'app/content', 'app/domain']) fs.cpSync(path.resolve(folder), within(folder), { recursive: true })
  fs.mkdirSync(within('build'))
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

describe('content that the build has read', () => {
  it('is the same as read anew, to the last field', () => {
    expect(keptCatalogue(within('content'))).toBeNull()
    const read = soundCatalogue(within('content'))
    keepCatalogue(read)
    expect(keptCatalogue(within('content'))).toStrictEqual(read)
  })
  it('is read anew as soon as a byte of content or of a rule is another, a file is new or gone, or it lies elsewhere', () => {
    keepCatalogue(soundCatalogue(within('content')))
    const changed = (change: () => void, back: () => void) => {
      expect(keptCatalogue(within('content'))).not.toBeNull()
      change()
      expect(keptCatalogue(within('content'))).toBeNull()
      back()
    }
    for (const file of ['content/jobs.yaml', 'app/content/schema.ts', 'app/domain/shared/day.ts']) {
      const bytes = fs.readFileSync(within(file))
      const put = () => fs.writeFileSync(within(file), bytes)
      changed(() => fs.appendFileSync(within(file), ' '), put)
      changed(() => fs.rmSync(within(file)), put)
    }
    changed(
      () => fs.writeFileSync(within('content/duties/new.yaml'), ''),
      () => fs.rmSync(within('content/duties/new.yaml')),
    )
    fs.renameSync(root, `${root}-moved`)
    expect(keptCatalogue(`${root}-moved/content`)).toBeNull()
    fs.renameSync(`${root}-moved`, root)
  })
})
