/** The front picture: a stairwell door, the way out lit, one person holding it for another. */
export function FrontPicture({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 640 400" role="img" aria-label={label} className="w-full rounded">
      <rect width="640" height="400" className="f-wall" />
      <rect y="330" width="640" height="70" className="f-floor" />
      <path d="M250 330V70h170v260z" className="f-glass" />
      <path d="M250 330l60-40h110v40z" className="f-leaf" opacity="0.35" />
      <circle cx="380" cy="130" r="22" className="f-skin" />
      <path d="M250 330V70L150 100v254z" className="f-leaf s-ink" strokeWidth="3" strokeLinejoin="round" />
      <path d="M250 70h170v260" className="f-none s-ink" strokeWidth="3" strokeLinejoin="round" />
      <path d="M166 222h20" className="s-ink" strokeWidth="5" strokeLinecap="round" />
      <rect x="270" y="22" width="130" height="34" rx="5" className="f-green" />
      <path d="M366 39h-34m24-9l10 9-10 9" className="f-none s-raised" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
      <path
        d="M296 34l8 4-2 9m2-9l9-3m-13 12l-7 4"
        className="f-none s-raised"
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="303" cy="28" r="3.5" className="f-raised" />
      <g className="s-ink" strokeWidth="3" strokeLinejoin="round" strokeLinecap="round">
        <path d="M208 330v-72c0-16 10-26 24-26s24 10 24 26v72h-18v-46h-10v46z" className="f-cloth" />
        <circle cx="232" cy="206" r="20" className="f-skin" />
        <path d="M212 202c2-16 12-20 22-20s18 6 18 18c-12 0-22-4-26-8-2 4-8 8-14 10z" className="f-hair" />
        <path d="M214 262l-26-26" className="f-none" strokeWidth="17" />
        <path d="M214 262l-26-26" className="f-none s-cloth" strokeWidth="11" />
        <circle cx="186" cy="233" r="7" className="f-skin" />
        <path d="M470 330v-68c0-16 10-26 24-26s24 10 24 26v68h-18v-42h-10v42z" className="f-cloth2" />
        <circle cx="494" cy="210" r="20" className="f-skin" />
        <path d="M474 210c-2-18 8-28 20-28s22 8 20 26c-8-2-12-6-14-12-6 8-16 12-26 14z" className="f-hair" />
        <path d="M474 264l-30 18" className="f-none" strokeWidth="17" />
        <path d="M474 264l-30 18" className="f-none s-cloth2" strokeWidth="11" />
        <circle cx="441" cy="284" r="7" className="f-skin" />
        <rect x="548" y="150" width="60" height="78" rx="6" className="f-raised" />
        <path d="M562 170h32m-32 16h32m-32 16h20" className="f-none s-indigo" />
        <path d="M566 330v-48c0-8 6-12 12-12s12 4 12 12v48z" className="f-vermilion" />
        <path d="M578 270v-8m-8 0h18" className="f-none" />
      </g>
    </svg>
  )
}
