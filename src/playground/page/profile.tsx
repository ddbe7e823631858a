import type { ReactNode } from "react";
import { PersonPicture } from "./icons.tsx";
import type { ShellProps } from "./shell-props.ts";
import { languages } from "./words.ts";

/** Who one is: another person, another language, another role. */
export function Profile({ viewer, settings, role, open }: ShellProps): ReactNode {
  const { state, person, words } = viewer;
  return (
    <details className="profile">
      <summary aria-label={words.switchPerson} title={words.switchPerson}>
        <PersonPicture name={person.realName} size={36} />
        <i className="presence" />
      </summary>
      <div className="profile-card">
        <strong>{person.realName}</strong>
        <small>{person.title}</small>
        <label>
          {words.language}
          <select data-act="language" defaultValue={languageOf(person.locale)}>
            {languages.map(({ tag, name, locale }) => (
              <option key={tag} value={tag} lang={locale}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {role === undefined ? null : (
          <label>
            {words.role}
            <select data-act="role" defaultValue={role}>
              {settings.roles.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <span className="profile-heading">{words.switchPerson}</span>
        {[...state.people.values()]
          .filter(({ id, team }) => id !== person.id && team === state.team.id)
          .map(({ id, name, realName, title }) => (
            <a key={id} href={`/?user=${name}${open.isHome ? "&home=1" : ""}`} data-person={name}>
              <PersonPicture name={realName} size={24} /> {realName} <small>{title}</small>
            </a>
          ))}
      </div>
    </details>
  );
}

function languageOf(locale: string): string {
  const language = languages.find((entry) => locale.startsWith(entry.locale)) ?? languages[0];
  return language?.tag ?? "en-US";
}
