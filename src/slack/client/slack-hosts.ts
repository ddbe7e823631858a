/** Where Slack's files are: those of GovSlack, too. */
const domains = ["slack.com", "slack-files.com", "slack-gov.com"];

/**
 * Whether an address is Slack's, so that the bot's token may go there: what an event says of a file's address is taken
 * from no one else.
 *
 * @param apiUrl Where the Web API is: Slack's own, a proxy, or a workspace on this machine.
 */
export function isSlackAddress(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin, username } = new URL(address);
  if (username !== "") return false;
  if (origin === new URL(apiUrl).origin) return true;
  return (
    protocol === "https:" && domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
  );
}
