import { beforeAll, beforeEach, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { detailWords } from '~/content/word-options.server'
import { programmeTitles } from '~/data/classes/programme-titles.server'
import { transact } from '~/data/transact.server'
import { listTrait } from '~/domain/classes/programme-body'
import { madeProgramme } from '../../factories/planned-class'
import { makeStreet, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
})

it('the audit log calls the trait of a list by the title of its programme, as it is called now', async () => {
  const id = await madeProgramme('street', [])
  const { slug } = await transact((tx) => tx.programme.findUniqueOrThrow({ where: { id } }))
  const words = () => detailWords(catalogue(), 'zh', programmeTitles())
  expect(words()('trait', listTrait(slug))).toBe('2026年党校集中培训（商业综合体）')
  const other = await madeProgramme('county', [], { title: '2026年党校培训' })
  await transact((tx) => tx.programme.update({ where: { id: other }, data: { slug } }))
  expect(words()('trait', listTrait(slug))).toBe('2026年党校培训、2026年党校集中培训（商业综合体）')
  expect(words()('trait', 'programme-nobody-knows')).toBe('programme-nobody-knows')
})
