import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import type { PositionChoice } from './position-field'

const box =
  'mt-1 block min-h-touch w-full max-w-md rounded border border-field bg-raised px-3 py-2 text-16 text-ink aria-[invalid=true]:border-vermilion'

type Bound = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

/** A field of one of several forms about posts: its id carries the post, because the same names come again. */
function PostField({
  name,
  label,
  postId,
  answer,
  children,
}: {
  name: string
  label: string
  postId: string
  answer: FormAnswer | undefined
  children: (bound: Bound) => ReactNode
}) {
  const { t } = useTranslation('people')
  const errors = answer?.errors[name] ?? []
  const id = `${name}-${postId}`
  const wrong = errors.length > 0 ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` } : {}
  return (
    <div className="mt-3">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {children({ id, ...wrong })}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1 text-vermilion">
          {errors.map((key) => t(key)).join(' ')}
        </p>
      )}
    </div>
  )
}

const summary = 'inline-flex min-h-touch items-center text-indigo underline underline-offset-4'

/** Puts the first day of a post right. */
export function StartForm({ postId, firstDay, answer }: { postId: string; firstDay: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('people')
  return (
    <details className="open:basis-full" open={answer?.errors.firstDay !== undefined}>
      <summary className={summary}>{t('move.start')}</summary>
      <form method="post" className="mt-2 border-l-2 border-line pl-4">
        <input type="hidden" name="postId" value={postId} />
        <p>{t('move.startText')}</p>
        <PostField name="firstDay" label={t('move.firstDay')} postId={postId} answer={answer}>
          {(bound) => (
            <input name="firstDay" type="date" required defaultValue={answer?.values.firstDay ?? firstDay} className={box} {...bound} />
          )}
        </PostField>
        <Button name="intent" value="start" className="mt-3">
          {t('move.startGo')}
        </Button>
      </form>
    </details>
  )
}

export type MoveChoices = { positions: PositionChoice[]; units: { value: string; label: string }[]; unitId: string; tomorrow: string }

/** Lets somebody go on in another post: which, where if there is a choice, from when. */
export function MoveForm({ postId, choices, answer }: { postId: string; choices: MoveChoices; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('people')
  const { positions, units, unitId, tomorrow } = choices
  const groups = ['unit', 'grassroots'] as const
  return (
    <details className="open:basis-full" open={answer?.errors.moveDay !== undefined || answer?.errors.position !== undefined}>
      <summary className={summary}>{t('move.title')}</summary>
      <form method="post" className="mt-2 border-l-2 border-line pl-4">
        <input type="hidden" name="postId" value={postId} />
        <p>{t('move.text')}</p>
        <PostField name="position" label={t('move.position')} postId={postId} answer={answer}>
          {(bound) => (
            <select name="position" required defaultValue={answer?.values.position ?? ''} className={box} {...bound}>
              <option value="">{t('field.choose')}</option>
              {groups.map((group) => (
                <optgroup key={group} label={t(`group.${group}`)}>
                  {positions
                    .filter((choice) => choice.group === group)
                    .map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </PostField>
        {units.length > 1 ? (
          <PostField name="toUnitId" label={t('move.unit')} postId={postId} answer={answer}>
            {(bound) => (
              <select name="toUnitId" defaultValue={answer?.values.toUnitId ?? unitId} className={box} {...bound}>
                {units.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </PostField>
        ) : (
          <input type="hidden" name="toUnitId" value={unitId} />
        )}
        <PostField name="moveDay" label={t('move.from')} postId={postId} answer={answer}>
          {(bound) => (
            <input name="moveDay" type="date" required defaultValue={answer?.values.moveDay ?? tomorrow} className={box} {...bound} />
          )}
        </PostField>
        <Button name="intent" value="move" className="mt-3">
          {t('move.go')}
        </Button>
      </form>
    </details>
  )
}
