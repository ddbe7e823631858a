import type { ReactNode } from "react";

/** Small line drawings of our own, 20 × 20. */
const drawings = {
  home: <path d="M3 9.5 10 3.5l7 6M5 8.5V16h3.5v-4h3v4H15V8.5" />,
  dms: (
    <path d="M3 5.5A1.5 1.5 0 0 1 4.5 4h9A1.5 1.5 0 0 1 15 5.5v5a1.5 1.5 0 0 1-1.5 1.5H8l-3 2.5V12h-.5A1.5 1.5 0 0 1 3 10.5zM17 8v6a1.5 1.5 0 0 1-1.5 1.5V17l-2-1.5H10" />
  ),
  activity: (
    <path d="M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 6h12c0-1-1.5-2-1.5-6A4.5 4.5 0 0 0 10 3zM8 16.5h4" />
  ),
  later: <path d="M5.5 3.5h9v13l-4.5-3-4.5 3z" />,
  more: <path d="M5 10h.01M10 10h.01M15 10h.01" strokeWidth="2.6" />,
  search: <path d="M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4zm3.7 8.700L17 17" />,
  clock: <path d="M10 3.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM10 6.500V10l2.500 1.500" />,
  help: (
    <path d="M10 3.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM8 8a2 2 0 1 1 2.700 1.900c-.5.2-.7.6-.7 1.200M10 13.500h.01" />
  ),
  lock: <path d="M5 9h10v7H5zM7 9V6.500a3 3 0 0 1 6 0V9" />,
  hash: <path d="M8 3.500 6 16.500M14 3.500l-2 13M4 7.500h13M3 12.500h13" />,
  shared: <path d="M4 6.500 10 3l6 3.500v7L10 17l-6-3.500zM4 6.500l6 3.500 6-3.500M10 10v7" />,
  caret: <path d="m6 8 4 4 4-4" />,
  pencil: <path d="M4 16v-3l8.500-8.500 3 3L7 16zM11 6l3 3" />,
  plus: <path d="M10 4v12M4 10h12" />,
  send: <path d="M3.500 16.500 17 10 3.500 3.500 6 10zM6 10h11" />,
  smile: (
    <path d="M10 3.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM7.500 8.500h.01M12.500 8.500h.01M7 11.500c1.500 2.500 4.500 2.500 6 0" />
  ),
  at: (
    <path d="M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0v1.200a1.800 1.800 0 0 0 3.500 0V10a6.500 6.500 0 1 0-2.600 5.200" />
  ),
  bold: (
    <path d="M6.500 4.500h4a2.700 2.700 0 0 1 0 5.400h-4zM6.500 9.900h4.700a2.800 2.800 0 0 1 0 5.600H6.500z" />
  ),
  italic: <path d="M9 4.500h5M6 15.500h5M11.500 4.500l-3 11" />,
  strike: (
    <path d="M4 10h12M13.500 6.500C13 5 11.700 4.500 10 4.500c-2 0-3.300 1-3.300 2.500 0 1 .6 1.700 1.600 2.200M6.500 13c.4 1.700 1.800 2.500 3.700 2.500 2.100 0 3.500-1 3.500-2.600 0-.4-.1-.8-.3-1.100" />
  ),
  link: (
    <path d="M8.500 11.500a3 3 0 0 0 4.300 0l2.400-2.400a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-2.400 2.400a3 3 0 0 0 4.300 4.300l1-1" />
  ),
  list: <path d="M8 5.500h8M8 10h8M8 14.500h8M4.500 5.500h.01M4.500 10h.01M4.500 14.500h.01" />,
  code: <path d="m7 6-4 4 4 4M13 6l4 4-4 4M11.500 4.500l-3 11" />,
  slash: (
    <path d="M4.500 3.500h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM12 6.500l-4 7" />
  ),
  eye: (
    <path d="M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5zM10 7.800a2.200 2.200 0 1 1 0 4.400 2.200 2.200 0 0 1 0-4.400z" />
  ),
  thread: <path d="M4 4.500h12v8.500H9l-3.500 3V13H4zM7 7.500h6M7 10h4" />,
  download: <path d="M10 3.500v9M6.500 9.500 10 13l3.500-3.500M4 16.500h12" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  file: <path d="M5.500 3h6l4 4v10h-10zM11.500 3v4h4" />,
  person: <path d="M10 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 17c0-3 2.500-5 6-5s6 2 6 5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}

/** The app's picture: three groups of dots. */
export function AppPicture({ size }: { readonly size: number }): ReactNode {
  return (
    <svg className="picture" viewBox="0 0 36 36" width={size} height={size} aria-hidden="true">
      <rect width="36" height="36" rx="6" fill="#1f6f78" />
      <g fill="#ffd166">
        <circle cx="10" cy="11" r="2.6" />
        <circle cx="15.500" cy="8.500" r="2" />
        <circle cx="14.500" cy="14" r="2.300" />
      </g>
      <g fill="#f4f1ea">
        <circle cx="25" cy="15" r="2.800" />
        <circle cx="27.500" cy="20.500" r="2" />
        <circle cx="22" cy="20" r="2.200" />
      </g>
      <g fill="#ff8a5b">
        <circle cx="11.500" cy="24" r="2.900" />
        <circle cx="17" cy="27.500" r="2.100" />
        <circle cx="9" cy="29" r="1.800" />
      </g>
    </svg>
  );
}

const colors = ["#d1495b", "#00798c", "#6a4c93", "#2e7d32", "#b5651d", "#3d5a80"];

/** A person's picture: their initials on a color of their own. */
export function PersonPicture(props: { readonly name: string; readonly size: number }): ReactNode {
  const initials = props.name
    .split(" ")
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .slice(0, 2)
    .join("");
  const sum = Buffer.from(props.name).reduce((total, byte) => total * 3 + byte, 0);
  return (
    <svg className="picture" viewBox="0 0 36 36" width={props.size} height={props.size} aria-hidden="true">
      <rect width="36" height="36" rx="6" fill={colors[sum % colors.length]} />
      <text x="18" y="23.5" textAnchor="middle" fontSize="15" fontWeight="700" fill="#fff">
        {initials}
      </text>
    </svg>
  );
}
