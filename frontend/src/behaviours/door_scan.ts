// Reads codes with the camera of the phone, where the browser can.

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type Maker = new (options: { formats: string[] }) => Detector;

/** Show the button that opens the camera, and hand what is read to `found`; nothing where it cannot be. */
export function watchCamera(place: HTMLElement, found: (text: string) => void): void {
  const maker = (window as unknown as { BarcodeDetector?: Maker }).BarcodeDetector;
  if (!maker || !navigator.mediaDevices) return;
  const [open, shut] = place.querySelectorAll("button");
  const video = place.querySelector("video")!;
  let stream: MediaStream | null = null;
  place.hidden = false;

  const stop = (): void => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = shut!.hidden = true;
    open!.hidden = false;
  };
  const start = async (): Promise<void> => {
    const reader = new maker({ formats: ["qr_code"] });
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    video.hidden = shut!.hidden = false;
    open!.hidden = true;
    shut!.focus();
    await video.play();
    while (stream) {
      const [code] = await reader.detect(video).catch(() => []);
      if (code) {
        stop();
        open!.focus();
        return found(code.rawValue);
      }
      await new Promise((next) => setTimeout(next, 250));
    }
  };
  const refused = place.querySelector<HTMLElement>("[role=status]")!;
  open!.addEventListener("click", () => {
    refused.textContent = "";
    void start().catch(() => {
      stop();
      refused.textContent = refused.dataset["refused"] ?? "";
    });
  });
  shut!.addEventListener("click", () => {
    stop();
    open!.focus();
  });
}
