import { posterFormats, posterLanguages, posterSizes } from '~/domain/outreach/poster'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { ChooseSites, type SiteChoice } from './choose-sites'
import { ChooseStyle } from './choose-style'

const skills = ['prevent', 'escape', 'fight'] as const
type LessonChoice = { id: string; title: string; skill: (typeof skills)[number]; inSeason: boolean; hangs: number }
type Page = {
  place: { id: string; name: string }
  sites: readonly SiteChoice[]
  lessons: readonly LessonChoice[]
  chosen: readonly string[]
  sample: string
}

function ChooseLessons({ lessons, chosen, answer }: { lessons: Page['lessons']; chosen: Page['chosen']; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('outreach')
  return (
    <fieldset className="mt-8" id="lessons">
      <legend className="text-18 font-semibold">{t('choose.lessons')}</legend>
      <p className="text-ink2">{t('choose.lessonsLead')}</p>
      <FieldErrors answer={answer} field="lesson" />
      {skills.map((skill) => (
        <div key={skill} className="mt-4">
          <h3 className="text-16">{t(`micro.list.skill.${skill}`)}</h3>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {lessons
              .filter((lesson) => lesson.skill === skill)
              .map(({ id, title, inSeason, hangs }) => (
                <label key={id} className="flex min-h-touch items-center gap-3 border-b border-line py-1">
                  <input type="checkbox" name="lesson" value={id} defaultChecked={chosen.includes(id)} className="h-5 w-5 shrink-0" />
                  <span>
                    {title}
                    {inSeason && <span className="ml-2 text-14 text-due">{t('choose.season')}</span>}
                    {hangs > 0 && <span className="ml-2 text-14 text-ink2">{t('choose.hangs', { count: hangs })}</span>}
                  </span>
                </label>
              ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

function FieldErrors({ answer, field }: { answer: FormAnswer | undefined; field: string }) {
  const { t } = useTranslation('shell')
  const errors = answer?.errors[field] ?? []
  if (errors.length === 0) return null
  return <p className="mt-1 text-vermilion">{errors.map((key) => t(key, answer?.reasonValues ?? {})).join(' ')}</p>
}

function ChooseFiles({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('outreach')
  return (
    <>
      <div className="mt-8 grid gap-x-6 sm:grid-cols-2">
        <Select
          name="size"
          label={t('choose.size')}
          options={posterSizes.map((value) => ({ value, label: t(`choose.sizes.${value}`) }))}
          answer={answer}
        />
        <Select
          name="language"
          label={t('choose.language')}
          options={posterLanguages.map((value) => ({ value, label: t(`choose.languages.${value}`) }))}
          answer={answer}
        />
      </div>
      <fieldset>
        <legend className="text-18 font-semibold">{t('choose.files')}</legend>
        <FieldErrors answer={answer} field="format" />
        <label className="flex min-h-touch items-center gap-3">
          <input type="checkbox" name="together" value="yes" defaultChecked className="h-5 w-5 shrink-0" />
          {t('choose.together')}
        </label>
        {posterFormats.map((format) => (
          <label key={format} className="flex min-h-touch items-center gap-3">
            <input type="checkbox" name="format" value={format} defaultChecked={format === 'pdf'} className="h-5 w-5 shrink-0" />
            {t(`choose.formats.${format}`)}
          </label>
        ))}
      </fieldset>
    </>
  )
}

/** What to hang where and how it looks, in one form; its answer is a pack that is made while one waits or does something else. */
export function ChoosePosters({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('outreach')
  const { place, lessons, sample } = page
  const ticked = (name: string) => answer?.values[name]?.split(' ')
  const chosen = ticked('lesson') ?? page.chosen
  const sites = page.sites.map((site) => ({ ...site, isChosen: ticked('site')?.includes(site.id) ?? site.isChosen }))
  const back = `/street/posters?place=${place.id}`
  return (
    <>
      <p className="mb-2">
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('place.back')}
        </a>
      </p>
      <p className="text-ink2">{place.name}</p>
      <h1>{t('choose.title')}</h1>
      <p className="mt-2 max-w-measure text-ink2">{t('choose.lead')}</p>
      {sites.length === 0 ? (
        <Empty title={t('choose.noSites')}>
          <a href={`/street/posters/new?place=${place.id}`} className="inline-flex min-h-touch items-center">
            {t('place.add')}
          </a>
        </Empty>
      ) : (
        <form method="post">
          <div className="mt-6">
            <FormErrors answer={answer} />
          </div>
          <ChooseLessons lessons={lessons} chosen={chosen} answer={answer} />
          <ChooseSites sites={sites} kept={[['place', place.id], ...chosen.map((id): [string, string] => ['lesson', id])]} />
          <FieldErrors answer={answer} field="site" />
          <ChooseStyle sample={sample} />
          <ChooseFiles answer={answer} />
          <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button weight="primary" className="w-full sm:w-auto">
              {t('choose.make')}
            </Button>
            <a href={back} className="inline-flex min-h-touch items-center">
              {t('choose.cancel')}
            </a>
          </p>
        </form>
      )}
    </>
  )
}
