import { Form } from '@remix-run/react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import type { AssessmentShown, StepShown } from './practical'
import { Rests } from './rests'

type Props = { assessment: AssessmentShown; mine: NonNullable<AssessmentShown['mine']>; answer: FormAnswer | undefined }

/**
 * The observer's sheet, for a phone in one hand. A plain form; the script of the page keeps every mark on the phone, takes marks back,
 * ends it at a failed must-pass step, and hands it in when there is a network.
 */
export function SheetForm({ assessment, mine, answer }: Props) {
  const { t } = useTranslation('practicals')
  const { id, checklist, round } = assessment
  return (
    <Form
      method="post"
      action={`/practicals/${id}?index`}
      data-practical={id}
      data-observer={mine.observer}
      data-lock={mine.lock}
      data-round={round}
      data-sheets={`/practicals/${id}/sheets`}
      data-after={`/practicals/${id}`}
      data-word-progress={t('sheet.progress', { done: '{done}', of: checklist.steps.length })}
      data-word-all={t('sheet.all')}
      data-word-open={t('sheet.open', { count: '{count}' })}
      data-word-sending={t('sheet.sending')}
      data-word-waits={t('sheet.waits')}
      data-word-sign-in={t('sheet.signIn')}
      data-word-no-store={t('sheet.noStore')}
      data-word-back={t('sheet.back')}
      data-word-discard={t('sheet.discard')}
    >
      <input type="hidden" name="sheet" value={mine.sheet} />
      <input type="hidden" name="observer" value={mine.observer} />
      <input type="hidden" name="round" value={round} />
      <ol className="mt-6">
        {checklist.steps.map((step, nth) => (
          <Step key={step.id} step={step} number={nth + 1} answer={answer} />
        ))}
      </ol>
      <div data-sheet-ended hidden className="mt-6 scroll-mb-28 rounded border-l-4 border-vermilion bg-raised p-4" role="status">
        <p className="text-18 font-semibold">{t('sheet.ended')}</p>
        <p className="mt-1">{t('sheet.endedWhat')}</p>
      </div>
      <p data-sheet-line hidden role="status" className="mt-6 font-semibold" />
      <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
        <Button weight="primary" className="grow sm:grow-0">
          {t('sheet.handIn')}
        </Button>
        <Button type="button" hidden data-sheet-undo>
          {t('sheet.undo')}
        </Button>
        <span data-sheet-progress className="text-ink2" />
      </div>
    </Form>
  )
}

const choice =
  'flex min-h-[56px] grow cursor-pointer items-center justify-center rounded border-2 border-field bg-raised px-3 text-18 font-semibold peer-focus-visible:outline peer-focus-visible:outline-3 peer-focus-visible:outline-indigo'

function Step({ step, number, answer }: { step: StepShown; number: number; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('practicals')
  const said = answer?.values[`mark-${step.id}`]
  return (
    <li className="border-t border-line py-6" data-step={step.id} data-must={step.must === null ? undefined : 'yes'}>
      <fieldset>
        <legend className="w-full">
          <span className="flex items-baseline gap-3">
            <span className="text-22 font-semibold text-ink2">{number}</span>
            <span className="text-18 font-semibold">{step.does}</span>
          </span>
        </legend>
        <p className="mt-2">
          <span className="text-ink2">{t('sheet.look')}</span> {step.look}
        </p>
        <p className="mt-1">
          <span className="text-ink2">{t('sheet.good')}</span> {step.good}
        </p>
        {step.must !== null && (
          <p className="mt-2 border-l-4 border-due pl-3">
            <span className="font-semibold text-due">{t('sheet.must')}</span> {step.must}
          </p>
        )}
        <div className="mt-4 grid grid-cols-2 gap-3">
          <Choice step={step.id} mark="done" said={said} look="peer-checked:border-met peer-checked:bg-met peer-checked:text-paper" />
          <Choice
            step={step.id}
            mark="missed"
            said={said}
            look="peer-checked:border-vermilion peer-checked:bg-vermilion peer-checked:text-paper"
          />
          {step.absent !== null && (
            <Choice step={step.id} mark="absent" said={said} look="peer-checked:border-ink2 peer-checked:bg-ink2 peer-checked:text-paper">
              {step.absent}
            </Choice>
          )}
        </div>
        {step.must !== null && (
          <p className="mt-2 text-14 text-ink2" data-sheet-plain>
            {t('sheet.mustPlain')}
          </p>
        )}
        <p hidden data-step-train className="mt-3 text-vermilion">
          {t('sheet.train')} <a href={step.train.href}>{step.train.title}</a>
        </p>
        <details className="mt-2">
          <summary className="opens inline-flex min-h-touch items-center text-ink2">{t('sheet.more')}</summary>
          <label htmlFor={`note-${step.id}`} className="mt-1 block">
            {t('sheet.note')}
          </label>
          <textarea
            id={`note-${step.id}`}
            name={`note-${step.id}`}
            rows={2}
            maxLength={300}
            defaultValue={answer?.values[`note-${step.id}`]}
            className="mt-1 block w-full rounded border border-field bg-raised px-3 py-2 text-16"
          />
          <Rests rests={step.rests} />
        </details>
      </fieldset>
    </li>
  )
}

type ChoiceProps = { step: string; mark: 'done' | 'missed' | 'absent'; said: string | undefined; look: string; children?: string }

function Choice({ step, mark, said, look, children }: ChoiceProps) {
  const { t } = useTranslation('practicals')
  const id = `${step}-${mark}`
  return (
    <div className={`flex ${mark === 'absent' ? 'col-span-2' : ''}`}>
      <input className="peer sr-only" type="radio" name={`mark-${step}`} id={id} value={mark} defaultChecked={said === mark} />
      <label htmlFor={id} className={`${choice} ${look}`}>
        {children ?? t(`sheet.${mark}`)}
      </label>
    </div>
  )
}
