import type { ReactNode } from "react";
import { type Channel, directMessage } from "../workspace/state.ts";
import { AppPicture, Icon, PersonPicture } from "./icons.tsx";
import { appName } from "./messages.tsx";
import type { Open, ShellProps } from "./shell-props.ts";
import type { Viewer } from "./viewer.ts";

/** The conversations that the person is in. */
export function Sidebar({ viewer, open }: ShellProps): ReactNode {
  const { state, person, words } = viewer;
  const channels = [...state.channels.values()].filter(
    (channel) => channel.kind !== "im" && channel.members.has(person.id),
  );
  const others = [...state.people.values()].filter(
    ({ team, id }) => team === state.team.id && id !== person.id,
  );
  const dm = directMessage(state, person.id);
  return (
    <nav className="sidebar">
      <h1>
        <span>
          {state.team.name} <Icon name="caret" size={16} />
        </span>
        <Icon name="pencil" size={18} />
      </h1>
      <h2>
        <Icon name="caret" size={14} /> {words.channels}
      </h2>
      {channels.map((channel) => (
        <ChannelLink key={channel.id} channel={channel} viewer={viewer} open={open} />
      ))}
      <h2>
        <Icon name="caret" size={14} /> {words.directMessages}
      </h2>
      {[person, ...others].map(({ id, realName }) => (
        <span key={id} className="sidebar-entry still">
          <PersonPicture name={realName} size={20} />
          <bdi>{realName}</bdi>
          {id === person.id ? <small>{words.you}</small> : null}
        </span>
      ))}
      <h2>
        <Icon name="caret" size={14} /> {words.apps}
      </h2>
      <a
        className={open.channel === dm.id ? "sidebar-entry active" : "sidebar-entry"}
        href={`/?user=${person.name}&channel=${dm.id}`}
        data-link={dm.id}
      >
        <AppPicture size={20} /> {appName(viewer)}
      </a>
    </nav>
  );
}

function ChannelLink(props: {
  readonly channel: Channel;
  readonly viewer: Viewer;
  readonly open: Open;
}): ReactNode {
  const { channel, viewer, open } = props;
  const isOpen = open.channel === channel.id && !open.isHome;
  return (
    <a
      className={isOpen ? "sidebar-entry active" : "sidebar-entry"}
      href={`/?user=${viewer.person.name}&channel=${channel.id}`}
      data-link={channel.id}
    >
      <ChannelIcon channel={channel} size={16} />
      {channel.name}
    </a>
  );
}

export function ChannelIcon({
  channel,
  size,
}: {
  readonly channel: Channel;
  readonly size: number;
}): ReactNode {
  if (channel.kind === "private") return <Icon name="lock" size={size} />;
  return <Icon name={channel.isShared ? "shared" : "hash"} size={size} />;
}
