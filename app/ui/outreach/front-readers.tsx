import { useTranslation } from '~/i18n/words'

export type Reader = 'tenant' | 'parent' | 'shopkeeper' | 'courier' | 'teacher' | 'student' | 'villager' | 'carer' | 'worker' | 'guest'

/** “I am …”: who one is leads to one's own lessons. */
export function FrontReaders({ readers, reader = null }: { readers: readonly Reader[]; reader?: Reader | null }) {
  const { t } = useTranslation('outreach')
  return (
    <nav aria-labelledby="readers">
      <p id="readers" className="font-semibold">
        {t('micro.list.reader.title')}
      </p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {readers.map((one) => (
          <li key={one}>
            <a
              href={`/m?who=${one}`}
              aria-current={one === reader ? 'true' : undefined}
              className="inline-flex min-h-touch items-center rounded-full border border-line bg-raised px-4 no-underline hover:border-indigo aria-[current]:border-indigo aria-[current]:bg-indigo aria-[current]:text-on-indigo"
            >
              {t(`micro.list.reader.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
