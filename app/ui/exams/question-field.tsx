import { useTranslation } from '~/i18n/words'
import { MarkedLines } from '../banks/marked-text'
import { OrderChoices } from './order-choices'
import { PictureChoices } from './picture-choices'

/** A question as the page shows it: options by their place on the page, never by their ids. */
export type ShownQuestion = {
  ordinal: number
  kind: 'single' | 'multiple' | 'truefalse' | 'order' | 'hotspot'
  stem: string
  /** Its texts are in the safe part of Markdown. */
  isMarked: boolean
  options: readonly { at: string; text: string; x: number; y: number }[]
  picture: { svg: string; alt: string } | null
  picked: readonly string[]
  answered: boolean
}

/** One question of the paper; a plain fieldset whose `was` field says what the page showed. */
export function QuestionField({ question }: { question: ShownQuestion }) {
  const { t } = useTranslation('exams')
  const { ordinal, kind, stem, isMarked, picked } = question
  return (
    <section className="border-line pb-8 pt-6 [&:not(:first-of-type)]:border-t">
      <fieldset id={`q${ordinal}`} data-question={ordinal} className="min-w-0 scroll-mt-28">
        <legend className="w-full">
          <span className="block text-14 text-ink2">
            {ordinal}. {t(`paper.kind.${kind}`)}
          </span>
          <span className="mt-1 block text-18 font-semibold">{isMarked ? <MarkedLines text={stem} /> : stem}</span>
        </legend>
        <input type="hidden" name={`was${ordinal}`} defaultValue={picked.join(',')} data-was />
        <Choices question={question} />
      </fieldset>
    </section>
  )
}

function Choices({ question }: { question: ShownQuestion }) {
  switch (question.kind) {
    case 'order':
      return <OrderChoices question={question} />
    case 'hotspot':
      return <PictureChoices question={question} />
    case 'single':
    case 'truefalse':
      return <Options question={question} type="radio" />
    case 'multiple':
      return <Options question={question} type="checkbox" />
  }
}

function Options({ question, type }: { question: ShownQuestion; type: 'radio' | 'checkbox' }) {
  return (
    <div className="mt-3">
      {question.options.map(({ at, text }) => (
        <label key={at} className="flex min-h-touch cursor-pointer items-start gap-3 border-b border-line py-3 last:border-b-0">
          <input
            type={type}
            name={`q${question.ordinal}`}
            value={at}
            defaultChecked={question.picked.includes(at)}
            className="mt-0.5 h-5 w-5 shrink-0 accent-[var(--indigo)]"
          />
          <span className="min-w-0 break-words">{question.isMarked ? <MarkedLines text={text} /> : text}</span>
        </label>
      ))}
    </div>
  )
}
