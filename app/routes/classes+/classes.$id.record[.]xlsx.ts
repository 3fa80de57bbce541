import type { Sheet } from '~/documents/duties/workbook-parts'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import type { RecordPage } from '~/ui/classes/record'
import { type Say, stateWord, timesOf } from '~/ui/classes/record-words'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { classRecord } from './class-record.server'

/** What the record says, as a table: who attended which part, and what was put on file. Not before the class was closed. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const page = await classRecord(ctx, param(params, 'id'))
  if (page.closing === null) throw new NotFound()
  const { t } = translator(ctx.locale)
  const say: Say = (key, values = {}) => t(`classcall:${key}`, values)
  const title = `${page.title} ${say('record.title')}`
  return sheetsLeave(ctx, request, { title, plain: 'class' }, [attendance(page, say), onFile(page, say)])
})

const attendance = ({ parts, rows }: RecordPage, say: Say): Sheet => ({
  name: say('record.sheetPeople'),
  heads: [
    ...[say('record.col.unit'), say('record.col.name'), say('record.as'), say('record.col.room')],
    ...parts.flatMap(({ name }) => [name, `${name} ${say('record.when')}`]),
    say('record.whole'),
  ],
  rows: rows.map((row) => [
    ...[row.unit, row.name, say(row.asDeputy ? 'record.deputy' : 'record.principal'), row.room],
    ...row.parts.flatMap((cell, nth) => [stateWord(cell, parts[nth]?.kind ?? 'lesson', say), timesOf(cell, say)]),
    say(row.whole ? 'record.yes' : 'record.no'),
  ]),
})

const onFile = ({ evidence }: RecordPage, say: Say): Sheet => ({
  name: say('record.sheetEvidence'),
  heads: ['kind', 'name', 'unit', 'done'].map((key) => say(`record.col.${key}`)),
  rows: evidence.map(({ kind, name, unit, on }) => [say(kind === 'unit' ? 'record.col.unitKind' : 'record.col.person'), name, unit, on]),
})
