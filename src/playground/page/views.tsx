import type { ReactNode } from "react";
import { isList } from "../workspace/json.ts";
import { openModal } from "../people/forms.ts";
import { textIn } from "../people/pressing.ts";
import type { View } from "../workspace/state.ts";
import { Blocks } from "./blocks.tsx";
import { AppPicture, Icon } from "./icons.tsx";
import { appName } from "./messages.tsx";
import type { Viewer } from "./viewer.ts";

function blocksOf({ definition }: View) {
  return isList(definition["blocks"]) ? definition["blocks"] : [];
}

/** The modal that is open, over the page; nothing when none is. */
export function Modal({ viewer }: { readonly viewer: Viewer }): ReactNode {
  const view = openModal(viewer.state, viewer.person.id);
  if (view === undefined) return null;
  const { definition } = view;
  const trouble = view.errors[""];
  return (
    <form className="modal" data-view={view.id} data-spot="modal" role="dialog" aria-modal="true" noValidate>
      <header>
        <AppPicture size={36} />
        <h1>{textIn(definition["title"])}</h1>
        <button type="button" className="icon-button" data-act="close-modal" aria-label={viewer.words.cancel}>
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body">
        {trouble === undefined ? null : (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <Blocks blocks={blocksOf(view)} viewer={viewer} form={{ values: view.values, errors: view.errors }} />
      </div>
      <footer>
        <button type="button" className="button button-default button-large" data-act="close-modal">
          {textIn(definition["close"]) || viewer.words.cancel}
        </button>
        {definition["submit"] === undefined ? null : (
          <button type="submit" className="button button-primary button-large">
            {textIn(definition["submit"])}
          </button>
        )}
      </footer>
    </form>
  );
}

/** The app's Home tab. */
export function Home({ viewer }: { readonly viewer: Viewer }): ReactNode {
  const view = viewer.state.homes.get(viewer.person.id);
  return (
    <div className="app-home" data-spot="home">
      {view === undefined ? (
        <div className="empty-home">
          <AppPicture size={72} />
          <h2>{appName(viewer)}</h2>
          <p>{viewer.words.emptyHome}</p>
        </div>
      ) : (
        <Blocks blocks={blocksOf(view)} viewer={viewer} />
      )}
    </div>
  );
}
