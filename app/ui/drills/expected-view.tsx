import type { Expected } from '~/domain/rollcall/expected'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'

type Props = {
  drill: { id: string; title: string; on: string }
  zones: string[]
  expected: readonly Expected[]
  answer: FormAnswer | undefined
}
const box = 'min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink'

/** Who is expected: the roster of the day by name, with the floor each is on and the help somebody needs; groups as numbers. */
export function ExpectedView({ drill, zones, expected, answer }: Props) {
  const { t } = useTranslation('drills')
  const people = expected.filter(({ kind }) => kind === 'person')
  const classes = expected.filter(({ kind }) => kind === 'class')
  const others = expected.filter(({ kind }) => kind === 'visitors' || kind === 'residents')
  const classErrors = answer?.errors.classes ?? []
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/drills/${drill.id}`} className="inline-flex min-h-touch items-center">
          {t('expected.back')}
        </a>
      </p>
      <p className="text-ink2">{drill.title}</p>
      <h1 className="mt-1">{t('expected.title')}</h1>
      <p className="mt-2 text-ink2">{t('expected.lead')}</p>
      <form method="post" className="mt-4">
        <FormErrors answer={answer} />
        <Button name="intent" value="save" weight="primary" className="sr-only">
          {t('expected.save')}
        </Button>
        <h2>{t('expected.people', { n: people.length })}</h2>
        <ul className="mt-2 border-t border-line">
          {people.map(({ id, name, department, zone, help }) => (
            <li key={id} className="border-b border-line py-3">
              <p>
                <span className="font-semibold">{name}</span> <span className="text-14 text-ink2">{department}</span>
              </p>
              <div className="mt-1 grid grid-cols-2 gap-3">
                <select
                  name={`zone-${id}`}
                  defaultValue={answer?.values[`zone-${id}`] ?? zone}
                  aria-label={t('expected.zoneOf', { name })}
                  className={box}
                >
                  <option value="">{t('expected.anyZone')}</option>
                  {zones.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </select>
                <input
                  name={`help-${id}`}
                  defaultValue={answer?.values[`help-${id}`] ?? help}
                  placeholder={t('expected.help')}
                  aria-label={t('expected.helpOf', { name })}
                  maxLength={120}
                  className={box}
                />
              </div>
            </li>
          ))}
        </ul>
        {others.map(({ id, name, count }) => (
          <p key={id} className="mt-5">
            <label htmlFor={`count-${id}`} className="font-semibold">
              {name}
            </label>
            <input
              id={`count-${id}`}
              name={`count-${id}`}
              inputMode="numeric"
              maxLength={5}
              defaultValue={answer?.values[`count-${id}`] ?? count ?? ''}
              className={`${box} mt-1 max-w-[10rem]`}
            />
          </p>
        ))}
        <div className="mt-5">
          <label htmlFor="classes" className="font-semibold">
            {t('expected.classes')}
          </label>
          <p id="classes-hint" className="text-14 text-ink2">
            {t('expected.classesHint')}
          </p>
          <textarea
            id="classes"
            name="classes"
            rows={4}
            defaultValue={answer?.values.classes ?? classes.map(({ name, count }) => `${name} ${count ?? ''}`).join('\n')}
            aria-describedby="classes-hint"
            className={`${box} mt-1`}
          />
          {classErrors.map((key) => (
            <p key={key} className="text-vermilion">
              {t(key, answer?.reasonValues ?? {})}
            </p>
          ))}
        </div>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button name="intent" value="save" weight="primary" className="w-full sm:w-auto">
            {t('expected.save')}
          </Button>
          <Button name="intent" value="redraw">
            {t('expected.redraw')}
          </Button>
        </div>
      </form>
    </div>
  )
}
