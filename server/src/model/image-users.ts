import { type ImageReference, officialName } from "./image-reference";
import { imageName } from "./platform";

/**
 * Who RUNs and the container are as where an image has another USER than root in all of its variants (the Dockerfiles of
 * nginx/docker-nginx-unprivileged, jenkinsci/docker, jenkinsci/docker-agent, docker-library/memcached and groovy/docker-groovy; general
 * knowledge of 2026-11).
 */
const users: ReadonlyMap<string, string> = new Map([
  ["nginxinc/nginx-unprivileged", "101"],
  ["jenkins/jenkins", "jenkins"],
  ["jenkins/agent", "jenkins"],
  ["jenkins/inbound-agent", "jenkins"],
  ["memcached", "memcache"],
  ["groovy", "groovy"],
  ["serversideup/php", "www-data"],
]);

/** The USER that an image sets; undefined where it is root, or not known. */
export function userOfImage(reference: ImageReference | undefined): string | undefined {
  return reference && users.get(officialName(reference) ?? imageName(reference));
}
