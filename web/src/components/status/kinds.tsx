import { Clapperboard, FileText, Image, type LucideIcon, Package } from "lucide-react";
import type { ProjectType } from "../../services/projectService";

const icons: Record<ProjectType, LucideIcon> = {
  package: Package,
  image: Image,
  video: Clapperboard,
  text: FileText,
};

/** The drawing of a kind of project or asset. */
export function KindIcon({
  kind,
  size = 16,
  className,
}: {
  kind: ProjectType;
  size?: number;
  className?: string;
}) {
  const Icon = icons[kind];
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" className={className} />;
}
