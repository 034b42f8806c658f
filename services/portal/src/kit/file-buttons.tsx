import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { download } from '../api/download.js';
import { saveFile } from './save-file.js';
import { Refusal } from './states.js';

interface FileToFetch {
  readonly label: string;
  readonly path: string;
  /** What it is called where the platform does not say. */
  readonly name: string;
}

interface FileButtonsProps {
  readonly files: readonly FileToFetch[];
  /** What stands above a refusal. */
  readonly refused: string;
}

/** Files that the platform makes when they are asked for, under the names that it gives them. */
export function FileButtons({ files, refused }: FileButtonsProps) {
  const fetchFile = useMutation({
    mutationFn: async ({ path, name }: FileToFetch) => {
      const { content, name: given } = await download(path);
      saveFile(given ?? name, content);
    },
  });
  const isRunning = ({ path }: FileToFetch): boolean =>
    fetchFile.isPending && fetchFile.variables.path === path;
  return (
    <>
      <div className="actions statement-files">
        {files.map((file) => (
          <Button key={file.path} loading={isRunning(file)} onClick={() => fetchFile.mutate(file)}>
            {file.label}
          </Button>
        ))}
      </div>
      {fetchFile.isError && <Refusal title={refused} error={fetchFile.error} />}
    </>
  );
}
