import { useTranslation } from '~/i18n/words'

type Missing = { personId: string; name: string; gap: string; licenceId: string | null }

/** Whose post asks for a licence that he does not have: names first, each with what is wrong and the way on. */
export function WithoutLicence({ people, unitId }: { people: Missing[]; unitId: string }) {
  const { t } = useTranslation('licences')
  if (people.length === 0) return null
  return (
    <ul className="mt-4 max-w-measure border-t border-line">
      {people.map(({ personId, name, gap, licenceId }) => (
        <li key={personId} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-2">
          <span>
            <span className="font-semibold">{name}</span> <span className="text-vermilion">{t(`gap.${gap}`)}</span>
          </span>
          <a
            className="inline-flex min-h-touch items-center"
            href={
              licenceId === null || gap === 'none' || gap.startsWith('wrong')
                ? `/units/${unitId}/licences/new?person=${personId}`
                : `/units/${unitId}/licences/${licenceId}`
            }
          >
            {t(licenceId === null || gap === 'none' || gap.startsWith('wrong') ? 'unit.enterFor' : 'unit.look')}
          </a>
        </li>
      ))}
    </ul>
  )
}
