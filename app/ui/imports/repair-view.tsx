import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors, type Option, Select } from '../kit/field'
import { Notice } from '../kit/notice'

/** One cell of the row: as a list where it is one of the words, else as text. faults: what is wrong with it. */
export type RepairCell = {
  name: string
  label: string
  value: string
  hint: string
  options: Option[] | null
  most: number
  faults: readonly string[]
}
export type RepairFacts = {
  id: string
  line: number
  name: string
  isOpen: boolean
  isUnits: boolean
  cells: readonly RepairCell[]
  notes: readonly string[]
  candidates: readonly { id: string; text: string; name: string }[]
}

/** A row that is wrong or asks: whom it means, and its cells to be put right. */
export function RepairView({ facts, answer }: { facts: RepairFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('imports')
  const { id, line, isOpen, cells, notes, candidates } = facts
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href={`/imports/${id}`} className="inline-flex min-h-touch items-center">
          {t('repair.back')}
        </a>
      </p>
      <h1>{t('repair.title', { line })}</h1>
      {!isOpen && <Notice title={t('repair.closed')} />}
      {notes.length > 0 && candidates.length === 0 && (
        <ul className="mt-3 text-vermilion">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {isOpen && candidates.length > 0 && <Question facts={facts} />}
      {isOpen && (
        <form method="post" className="mt-6">
          <FormErrors answer={answer} />
          <p className="mb-4 text-ink2">{t('repair.lead')}</p>
          {cells.map((cell) => (
            <Cell key={cell.name} cell={cell} answer={answer} />
          ))}
          <Button weight={candidates.length > 0 ? 'plain' : 'primary'} className="w-full sm:w-auto">
            {t('repair.save')}
          </Button>
        </form>
      )}
    </div>
  )
}

function Cell({ cell: { options, hint, most, ...rest }, answer }: { cell: RepairCell; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('imports')
  const hinted = hint === '' ? {} : { hint }
  if (options !== null) return <Select {...rest} {...hinted} options={options} empty={t('repair.choose')} answer={answer} />
  return <Field {...rest} {...hinted} answer={answer} autoComplete="off" maxLength={most} />
}

/** "Is it the same?", with a button for each answer. */
function Question({ facts: { candidates, isUnits, name } }: { facts: RepairFacts }) {
  const { t } = useTranslation('imports')
  return (
    <form method="post" className="mt-4 border-l-4 border-due bg-raised p-4">
      <p className="font-semibold text-due">{t(isUnits ? 'repair.askUnit' : 'repair.ask')}</p>
      <ul className="mt-2 divide-y divide-line">
        {candidates.map((one) => (
          <li key={one.id} className="py-3">
            <p>{one.text}</p>
            <Button name="answer" value={`is:${one.id}`} className="mt-2">
              {t('repair.same', { name: one.name })}
            </Button>
          </li>
        ))}
      </ul>
      <Button name="answer" value="other" className="mt-3">
        {t('repair.other', { name })}
      </Button>
    </form>
  )
}
