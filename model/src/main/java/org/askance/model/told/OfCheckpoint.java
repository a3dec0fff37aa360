package org.askance.model.told;

import java.util.Locale;

/// What can be told of checkpoints, and of the files that weights stand in.
public enum OfCheckpoint implements Sentence {
    WEIGHTS_UNREADABLE("The weights in {0} cannot be read: {1}. Check that the file is there and may be read."),
    WEIGHTS_DAMAGED("The weights in {0} are damaged: {1}. Copy the file anew, or train again."),
    NO_FLOATS("{0} in {1} holds {2}, not floating-point numbers."),
    NO_INTEGERS("{0} in {1} holds {2}, not I64."),
    WEIGHT_MISSING("The weight {0} is missing in {1}."),
    NO_WEIGHTS("The folder {0} holds no weights: none of {1} is there. Choose another folder, or copy it anew."),
    OTHER_MODEL(
            "The folder {0} holds a model of type ‘{1}’, but only bert, vit and clip can be used. Choose another folder."),
    NO_NUMBER("The weight {0} in {1} holds a value that is no number. Copy the folder anew, or choose another."),
    OTHER_TYPE(
            "The folder {0} holds a model of type ‘{1}’, but one of type ‘{2}’ is needed here. Choose another folder."),
    NO_CONFIG("The folder {0} lacks config.json. Choose a folder as Hugging Face’s save_pretrained writes it."),
    NO_JSON_FOLDER("{0} is damaged: it is not JSON. Copy the folder anew."),
    UNREADABLE("{0} cannot be read: {1}."),
    NO_SIZE("{0} names no usable {1}. Copy the folder anew, or choose another."),
    UNSUPPORTED("{0} asks for {1} = {2}, but only {3} is supported. Choose another checkpoint."),
    IS_TEACHER("{0} holds a teacher, not a network that predicts. Choose another folder."),
    IS_NO_TEACHER("{0} holds no teacher. Choose a folder whose config.json says so."),
    EXISTS("{0} exists already. Choose another name."),
    NOT_WRITTEN(
            "The checkpoint cannot be written to {0}: {1}. Check that the folder can be written and the disk has room."),
    NEWER("The checkpoint {0} is of format {1}, newer than this program knows. Install the newest version of Askance to use it."),
    LACKS("The checkpoint {0} lacks {1}. Copy the folder anew, or choose another."),
    DAMAGED("{0} is damaged: {1}. Copy the checkpoint anew, or choose another."),
    WEIGHTS_NOT_READ("The weights in {0} cannot be read: {1}."),
    PICKLE_DAMAGED("The weights in {0} are damaged: its pickle makes no sense. Copy the file anew."),
    NO_TENSORS("{0} holds no named tensors."),
    NOT_RUN("{0} asks for {1}, which a file of weights has no need for; it was not run. Use model.safetensors instead."),
    OUTSIDE("{0} names the file ‘{1}’, which lies outside its folder. Copy the checkpoint anew."),
    SHARD_MISSING("{0} is missing, and {1} places weights there. Copy the checkpoint anew."),
    SHARD_LACKS("{0} lacks {1}, which {2} places there. Copy the checkpoint anew."),
    NAMES_NONE("{0} names no weights. Copy the checkpoint anew."),
    NO_JSON("{0} is damaged: it is not JSON. Copy the checkpoint anew."),
    NO_ZIP("The weights in {0} are damaged: it is no zip, or cut short. Copy the file anew."),
    COMPRESSED("{0} in {1} is compressed; torch.save does not do that. Convert the file to safetensors."),
    NO_PICKLE("{0} is not a file of weights that torch.save wrote (version 1.6 or newer). Convert it to safetensors."),
    POINTS_OUTSIDE("The weights in {0} are damaged: {1} points outside the file. Copy the file anew."),
    OUT_OF_ORDER("{0} in {1} is stored out of order. Save it contiguously, or convert it to safetensors."),
    NO_TOKENIZER(
            "The folder {0} has no tokenizer: none of tokenizer.json, vocab.txt, or vocab.json with merges.txt is there. Copy it anew."),
    TOKEN_MISSING("{0} lacks the token {1}: it is not BERT’s. Copy it anew."),
    CLIP_TOKENS_MISSING("{0} lacks {1} or {2}: it is not CLIP’s. Copy it anew."),
    TOKENIZER_NO_JSON("{0} is damaged: it is not JSON. Copy it anew."),
    TOKENIZER_UNREADABLE("{0} is not a tokenizer that can be read: {1}"),
    PART_NO_FORMAT("it names no format"),
    PART_NO_JSON("it is not JSON"),
    NOT_FITTING("The weights in {0} do not fit their config.json: {1}."),
    AND_NEXT("{0}; {1}"),
    AND_MORE("{0}; and {1} more"),
    IS_MISSING("{0} is missing"),
    IS_INSTEAD("{0} is {1} instead of {2}"),
    BELONGS_NOWHERE("{0} belongs to no part of the network"),
    FILE_SHORT("A file in {0} is missing or cut short. Get it again."),
    CLIP_WIDTH(
            "The embeddings of the CLIP in {0} have {1} numbers; the new network needs {2}. Choose another, or train without a teacher."),
    PART_KIND("its kind, ''{0}'', is unknown"),
    PART_INCOMPLETE("its settings are incomplete"),
    HEADER_SHORT("it is shorter than its own header"),
    HEADER_LENGTH("its header’s length is wrong"),
    HEADER_NO_JSON("its header is not JSON"),
    HEADER_TWICE("its header names something twice"),
    HEADER_NO_TEXT("its metadata holds something else than text"),
    TYPE_UNKNOWN("{0} is of the type ''{1}'', which is unknown here"),
    PLACE_OTHER_SHAPE("the place of {0} does not fit its shape"),
    PLACE_OUTSIDE("the place of {0} does not fit the file"),
    PLACES_OVERLAP("the place of {0} overlaps another’s"),
    BYTES_BEFORE("there are bytes before {0} that belong to no tensor"),
    BYTES_AT_END("there are bytes at its end that belong to no tensor");

    private final String english;

    OfCheckpoint(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "checkpoint." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
